import { call, ChartFile, imported, literal, object, printChart } from '../../../src/adopt/code';
import { withTextConstants } from '../../../src/adopt/tables';
import { Json } from '../../../src/manifest';

const EMPTY: ChartFile = { className: 'Texts', id: 'texts', constants: [], statements: [] };
const BLOCK = 'one\ntwo\nthree\n';

function constants(...values: readonly Json[]): string[] {
  const statements = values.map(value => ({ kind: 'expression', value: call(undefined, 'use', literal(value)) }) as const);
  const chart: ChartFile = { ...EMPTY, statements };
  return [...printChart(withTextConstants(chart)).matchAll(/^const (\w+) = /gm)].map(([, name]) => name);
}

test('a text of several lines is a constant that is named after its key', () => {
  expect(constants({ data: { 'nginx.conf': BLOCK } })).toEqual(['NGINX_CONF']);
});

test('a script is called so', () => {
  expect(constants({ args: ['-c', BLOCK] })).toEqual(['SCRIPT']);
});

test('a script is named after its container', () => {
  expect(constants({ containers: [{ name: 'mysql-migration', command: ['sh', '-c', BLOCK] }] })).toEqual(['MYSQL_MIGRATION_SCRIPT']);
});

test('a short text stays where it is', () => {
  expect(constants({ data: { a: 'one\ntwo' } })).toEqual([]);
});

test('one text is one constant', () => {
  expect(constants({ a: BLOCK }, { b: BLOCK })).toEqual(['A']);
});

test('other texts of one key are told apart', () => {
  expect(constants({ a: BLOCK }, { a: `${BLOCK}four\n` })).toEqual(['A', 'A_2']);
});

test('a key that begins with a digit, or has no letters, makes a name all the same', () => {
  expect(constants({ '1.txt': BLOCK }, { '-': `${BLOCK}x` })).toEqual(['TEXT_1_TXT', 'TEXT']);
});

test.each([
  ['/data/core.json', 'CORE_JSON'],
  ['/data/conf~1core.json', 'CONF_CORE_JSON'],
  ['/spec/template/spec/containers/0/args/-', 'SCRIPT'],
])('a text that a patch sets at %s is the constant %s', (pointer, constant) => {
  const patch = call(imported('cdk8s', 'JsonPatch'), 'add', literal(pointer), literal(BLOCK));
  const chart: ChartFile = { ...EMPTY, statements: [{ kind: 'expression', value: patch }] };
  expect(withTextConstants(chart).constants.map(({ name }) => name)).toEqual([constant]);
});

test('the rest of a statement stays', () => {
  const chart: ChartFile = {
    ...EMPTY,
    statements: [{ kind: 'blank' }, { kind: 'expression', value: call(undefined, 'use', object({ a: literal(BLOCK), b: literal(1) })) }],
  };
  expect(printChart(withTextConstants(chart))).toContain('use({ a: A, b: 1 });');
});
