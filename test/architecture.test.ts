import { readdirSync } from 'fs';
import { resolve } from 'path';
import { LegacyESLint } from 'eslint/use-at-your-own-risk';

/** In the order of ARCHITECTURE.md: what each room may import besides itself. */
const VALUES = ['address', 'subject', 'schedule'];
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  address: [],
  subject: ['address'],
  schedule: ['address', 'subject'],
  app: VALUES,
  config: [...VALUES, 'app'],
  network: [...VALUES, 'app', 'config'],
  workload: [...VALUES, 'app', 'config', 'network'],
  manifest: VALUES,
  reachability: [...VALUES, 'manifest'],
  verify: [...VALUES, 'manifest', 'reachability'],
  report: [...VALUES, 'manifest', 'reachability', 'verify'],
  cli: [...VALUES, 'manifest', 'reachability', 'verify', 'report'],
  validation: ['address', 'app', 'manifest', 'verify'],
};
const ROOMS = Object.keys(IMPORTS);
const PAIRS = ROOMS.flatMap(room => ROOMS.filter(other => other !== room).map(other => [room, other] as const));
const SRC = resolve(__dirname, '../src');

const eslint = new LegacyESLint({
  cwd: resolve(SRC, '..'),
  overrideConfig: {
    // Rules that ask for types cannot read a file that is only made up.
    parserOptions: { projectService: false },
    rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/return-await': 'off' },
  },
});

/** What a rule says of a file of src with one import. */
async function importErrors(rule: string, file: string, imported: string): Promise<string[]> {
  const [{ messages }] = await eslint.lintText(`import { made } from '${imported}';\nexport const up = made;\n`, { filePath: resolve(SRC, file) });
  return messages.filter(message => message.ruleId === rule).map(message => message.message);
}

test('every folder of src is a room of the architecture', () => {
  const folders = readdirSync(SRC, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name);
  expect(folders.sort()).toEqual([...ROOMS].sort());
});

test.each(PAIRS.filter(([room, other]) => !IMPORTS[room].includes(other)))('%s may not import %s', async (room, later) => {
  expect(await importErrors('import/no-restricted-paths', `${room}/index.ts`, `../${later}`))
    .toEqual([expect.stringContaining(`src/${room} may only import`)]);
});

test.each(PAIRS.filter(([room, other]) => IMPORTS[room].includes(other)))('%s may import %s', async (room, earlier) => {
  expect(await importErrors('import/no-restricted-paths', `${room}/index.ts`, `../${earlier}`)).toEqual([]);
});

test('a cycle of imports is an error', async () => {
  // endpoint.ts imports value-source.ts, so the reverse closes a cycle.
  expect(await importErrors('import/no-cycle', 'address/value-source.ts', './endpoint')).toEqual([expect.stringContaining('cycle')]);
});
