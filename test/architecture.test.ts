import { readdirSync } from 'fs';
import { resolve } from 'path';
import type { Linter } from 'eslint';
import { LegacyESLint } from 'eslint/use-at-your-own-risk';

const VALUES = ['address', 'subject', 'schedule', 'probe'];
const BEFORE_VERIFY = [...VALUES, 'manifest', 'edit', 'reachability', 'compare'];
const BEFORE_DOORS = [...BEFORE_VERIFY, 'verify'];
const DOORS = ['migrate', 'adopt', 'review', 'graph', 'doctor'];

/** In the order of ARCHITECTURE.md: what each room may import besides itself. */
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  address: [],
  subject: ['address'],
  schedule: ['address', 'subject'],
  probe: ['address', 'subject', 'schedule'],
  app: VALUES,
  synth: [...VALUES, 'app'],
  config: [...VALUES, 'app', 'synth'],
  network: [...VALUES, 'app', 'synth', 'config'],
  workload: [...VALUES, 'app', 'synth', 'config', 'network'],
  monitoring: [...VALUES, 'app', 'synth', 'config', 'network', 'workload'],
  manifest: VALUES,
  edit: [...VALUES, 'manifest'],
  reachability: [...VALUES, 'manifest', 'edit'],
  compare: [...VALUES, 'manifest', 'edit', 'reachability'],
  verify: BEFORE_VERIFY,
  migrate: BEFORE_DOORS,
  adopt: BEFORE_DOORS,
  review: BEFORE_DOORS,
  graph: BEFORE_DOORS,
  doctor: BEFORE_DOORS,
  report: [...BEFORE_DOORS, ...DOORS],
  cli: [...BEFORE_DOORS, ...DOORS, 'report'],
  validation: ['address', 'app', 'synth', 'manifest', 'verify'],
};
const ROOMS = Object.keys(IMPORTS);
const SRC = resolve(__dirname, '../src');

// Rules that ask for types cannot read a file that is only made up.
const NEED_TYPES = { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/return-await': 'off' } as const;

/** What a rule says of a file of src with some imports, for each import that it refuses. */
async function importErrors(rule: string, file: string, imported: readonly string[], others: Linter.RulesRecord = {}): Promise<Map<string, string>> {
  const eslint = new LegacyESLint({ cwd: resolve(SRC, '..'), overrideConfig: { parserOptions: { projectService: false }, rules: { ...NEED_TYPES, ...others } } });
  const text = imported.map((module, i) => `import { made as made${i} } from '${module}';\nexport const up${i} = made${i};\n`).join('');
  const [{ messages }] = await eslint.lintText(text, { filePath: resolve(SRC, file) });
  return new Map(messages.filter(message => message.ruleId === rule).map(message => [imported[(message.line - 1) / 2], message.message]));
}

test('every folder of src is a room of the architecture', () => {
  const folders = readdirSync(SRC, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name);
  expect(folders.sort()).toEqual([...ROOMS].sort());
});

test.each(ROOMS)('%s may import the rooms before it and no other', async (room) => {
  const others = ROOMS.filter(other => other !== room);
  const errors = await importErrors('import/no-restricted-paths', `${room}/index.ts`, others.map(other => `../${other}`), {
    // It would read all of src for each room.
    'import/no-cycle': 'off',
  });
  const refused = others.filter(other => !IMPORTS[room].includes(other));
  expect([...errors]).toEqual(refused.map(other => [`../${other}`, expect.stringContaining(`src/${room} may only import`)]));
});

test('a cycle of imports is an error', async () => {
  // endpoint.ts imports value-source.ts, so the reverse closes a cycle.
  const errors = await importErrors('import/no-cycle', 'address/value-source.ts', ['./endpoint']);
  expect([...errors.values()]).toEqual([expect.stringContaining('cycle')]);
});
