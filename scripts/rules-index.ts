/* Writes src/verify/rules/index.ts: the catalogue is what stands in the folders of the rules. */
import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

const FOLDER = join(__dirname, '../src/verify/rules');

/** A rule's file: what it exports, where, and the code that orders it. */
interface RuleFile {
  readonly name: string;
  readonly from: string;
  readonly code: string;
}

function ruleFiles(): RuleFile[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== 'private')
    .flatMap(group => readdirSync(join(FOLDER, group.name))
      .filter(file => file.endsWith('.ts'))
      .map((file) => {
        const text = readFileSync(join(FOLDER, group.name, file), 'utf8');
        const name = /^export const (\w+) = rule\(/m.exec(text)?.[1];
        const code = /\bcode: '(\w+)'/.exec(text)?.[1];
        if (!name || !code) throw new Error(`${group.name}/${file} declares no rule; write: export const name = rule({ code: '…', … })`);
        return { name, code, from: `./${group.name}/${file.slice(0, -3)}` };
      }));
}

const byCode = ruleFiles().sort((a, b) => (a.code < b.code ? -1 : 1));
const byPath = [...byCode].sort((a, b) => (a.from < b.from ? -1 : 1));

writeFileSync(join(FOLDER, 'index.ts'), `// Written by scripts/rules-index.ts.
import { Rule } from '../rule';
${byPath.map(({ name, from }) => `import { ${name} } from '${from}';`).join('\n')}

/** The catalogue, in the order of the codes. */
export const RULES: readonly Rule[] = [
${byCode.map(({ name }) => `  ${name},`).join('\n')}
];
`);
