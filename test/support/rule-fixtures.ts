import { readdirSync, readFileSync } from 'fs';
import { basename, join } from 'path';
import { ManifestSet, PartMemo, readText, SourceDocument } from '../../src/manifest';
import { Finding, Rule, RULES, Verification, verify, VerifyOptions } from '../../src/verify';

/** Where the fixtures of the rules lie: a folder a code, with bad*.yaml and ok*.yaml. */
export const FIXTURES = join(__dirname, '../verify/rules');

/** What the first line of a fixture may set: `# options: {"closedWorld": true}`. */
export interface FixtureOptions extends Partial<VerifyOptions> {
  readonly namespace?: string;
  readonly closedWorld?: boolean;
}

/** A fixture of a rule. `state.yaml` beside it, or `NAME.state.yaml` for NAME.yaml, is the state of the cluster. */
export interface RuleFixture {
  readonly code: string;
  readonly path: string;
  readonly text: string;
}

/** The fixtures of a rule whose names begin with `bad` or `ok`. */
export function fixturesOf(code: string, prefix: 'bad' | 'ok'): RuleFixture[] {
  const folder = join(FIXTURES, code);
  return readdirSync(folder)
    .filter(file => file.startsWith(prefix) && file.endsWith('.yaml') && !file.endsWith('.state.yaml'))
    .sort()
    .map(file => ({ code, path: join(folder, file), text: readFileSync(join(folder, file), 'utf8') }));
}

/** The tests read each fixture several times. */
const memo: PartMemo = new Map();

/** The findings of rules on a fixture. */
export function lintFixture(fixture: RuleFixture, rules: readonly Rule[] = RULES): readonly Finding[] {
  return verifyFixture(fixture, rules).findings;
}

/** The text of a fixture without its marks, which no correction has to keep. */
export function manifestOf({ text }: Pick<RuleFixture, 'text'>): string {
  return text.replace(/ *# expect(?: \w+)?(?: x\d+)?[ \t]*$/gm, '');
}

/** What rules say of a fixture. */
export function verifyFixture({ path, text }: RuleFixture, rules: readonly Rule[] = RULES): Verification {
  const { namespace, closedWorld, ...options } = JSON.parse(/^# options: (.*)$/m.exec(text)?.[1] ?? '{}') as FixtureOptions;
  const { documents, problems } = readText(basename(path), manifestOf({ text }), memo);
  return verify(new ManifestSet({ files: documents, state: stateOf(path), namespace, closedWorld }), problems, options, rules);
}

/** The lines of a fixture that end in `# expect` or `# expect SEVERITY`, as `LINE SEVERITY`; `default` is the rule's severity. */
export function expectedLines(text: string, severity: string): string[] {
  return text.split('\n').flatMap((line, i) => {
    const expected = /# expect(?: (\w+))?(?: x(\d+))?\s*$/.exec(line);
    return expected ? Array<string>(Number(expected[2] ?? 1)).fill(`${i + 1} ${expected[1] ?? severity}`) : [];
  });
}

function stateOf(path: string): readonly SourceDocument[] | undefined {
  const folder = join(path, '..');
  const own = `${basename(path, '.yaml')}.state.yaml`;
  const file = [own, 'state.yaml'].find(candidate => readdirSync(folder).includes(candidate));
  return file === undefined ? undefined : readText(file, readFileSync(join(folder, file), 'utf8'), memo).documents;
}
