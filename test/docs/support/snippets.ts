import type { App } from 'cdk8s';
import * as ts from 'typescript';
import { Block, blocksOf } from './pages';

/** TypeScript of a page that runs by itself. */
export interface Snippet {
  readonly name: string;
  readonly code: string;

  /** The message that the page shows. Undefined where the snippet throws nothing. */
  readonly throws?: string;
}

/** The snippets of a page. One that imports nothing goes on where the last one that does has ended. */
export function snippetsOf(page: string): Snippet[] {
  const blocks = blocksOf(page);
  let base = '';
  return blocks.flatMap((block, i) => {
    if (block.language !== 'ts') return [];
    if (isProgram(block)) base = block.code;
    const code = isProgram(block) ? base : `${base}\n${block.code}`;
    return [{ name: `${page}:${block.line}`, code, throws: isThrown(blocks[i + 1]) ? blocks[i + 1].code.trimEnd() : undefined }];
  });
}

/** The TypeScript of a page as whole files, by their names: each program with all that goes on from it. */
export function programsOf(page: string): [string, string][] {
  const programs: [string, string][] = [];
  for (const block of blocksOf(page).filter(({ language }) => language === 'ts')) {
    if (isProgram(block)) programs.push([`${page.replace(/\W/g, '-')}-${block.line}.ts`, block.code]);
    else programs[programs.length - 1][1] += `\n{\n${block.code}}\n`;
  }
  return programs;
}

function isProgram({ code }: Block): boolean {
  return /^import /m.test(code);
}

/** Whether a block is the message of the snippet above it. */
export function isThrown(block?: Block): boolean {
  return block?.language === 'text' && /\bthrows\b/.test(block.lead);
}

/** Runs TypeScript without its synthesis, and returns the app that it makes, if any. */
export function runSnippet(code: string): App | undefined {
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(code.replace(/^app\.synth\(\);$/m, ''), { compilerOptions: options });
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return new Function('require', 'exports', `${outputText}\nreturn typeof app === 'undefined' ? undefined : app;`)((name: string) => require(name), {}) as App | undefined;
}
