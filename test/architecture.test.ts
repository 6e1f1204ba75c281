import { readdirSync } from 'fs';
import { resolve } from 'path';
import type { Linter } from 'eslint';
import { LegacyESLint } from 'eslint/use-at-your-own-risk';
import { CONSTRUCTS, ENGINE, SIDE_BY_SIDE, VALUES } from './support/rooms';

/** What each room may import besides itself. */
const IMPORTS = new Map<string, readonly string[]>([
  ...VALUES.map((room, i) => [room, VALUES.slice(0, i)] as const),
  ...[CONSTRUCTS, ENGINE].flatMap(half => half.map((room, i) => {
    const before = half.slice(0, i).filter(other => !areSideBySide(room, other));
    return [room, [...VALUES, ...before]] as const;
  })),
  ['validation', ['address', 'app', 'synth', 'manifest', 'verify']],
]);
const ROOMS = [...IMPORTS.keys()];
const SRC = resolve(__dirname, '../src');

// Rules that ask for types cannot read a file that is only made up.
const NEED_TYPES = { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/return-await': 'off' } as const;

function areSideBySide(...rooms: readonly string[]): boolean {
  return rooms.every(room => SIDE_BY_SIDE.includes(room));
}

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
  const refused = others.filter(other => !IMPORTS.get(room)!.includes(other));
  expect([...errors]).toEqual(refused.map(other => [`../${other}`, expect.stringContaining(`src/${room} may only import`)]));
});

test('a cycle of imports is an error', async () => {
  // endpoint.ts imports value-source.ts, so the reverse closes a cycle.
  const errors = await importErrors('import/no-cycle', 'address/value-source.ts', ['./endpoint']);
  expect([...errors.values()]).toEqual([expect.stringContaining('cycle')]);
});
