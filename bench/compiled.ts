import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import * as ts from 'typescript';

/** Compiles the programs of a folder to JavaScript that finds the compiled library by its name, as programs of users do; returns their folder. */
export function compiled(folder: string): string {
  if (!existsSync('lib/index.js')) throw new Error('the library is not compiled; run npx projen compile');
  const output = resolve('dist/bench', folder);
  rmSync(output, { recursive: true, force: true });
  const library = join(output, 'node_modules/cdk8s-petrosa');
  mkdirSync(library, { recursive: true });
  // A link to the whole repository would hold itself, which some tools follow without end.
  for (const part of ['package.json', 'lib']) symlinkSync(resolve(part), join(library, part));
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  for (const file of readdirSync(join('bench', folder)).filter(name => name.endsWith('.ts'))) {
    const { outputText } = ts.transpileModule(readFileSync(join('bench', folder, file), 'utf8'), { compilerOptions });
    writeFileSync(join(output, file.replace(/\.ts$/, '.js')), outputText);
  }
  return output;
}
