import { Migration, Plan } from '../../src/migrate';
import { formatMigration } from '../../src/report';
import { Finding } from '../../src/verify';

const finding = (code: string, line = 7): Finding => ({
  code,
  severity: 'error',
  message: 'NATS_URL is wrong',
  fix: 'write another',
  path: 'data.NATS_URL',
  fingerprint: code,
  related: [],
  position: { file: 'a.yaml', line, column: 3, endLine: line, endColumn: 9 },
});
const file = { file: 'a.yaml', before: 'a', after: 'b' };
const nothing = { files: [], corrected: [], left: [], uncorrectable: [], untilApplied: [], failures: [] };

function report(changes: Partial<Migration>, plan: Plan = [], isWritten = false): string {
  const before = { findings: changes.left?.map(each => each.finding) ?? [] };
  return formatMigration({ ...nothing, before, ...changes } as unknown as Migration, plan, { isWritten });
}

test('without corrections it says so', () => {
  expect(report({})).toBe('nothing to correct\n');
});

test('corrections are counted by code, in the order of the codes', () => {
  expect(report({ files: [file], corrected: [finding('URL102'), finding('URL101'), finding('URL102')] }))
    .toBe('3 findings to correct in 1 file: 1 URL101, 2 URL102 (--write writes the files)\n');
});

test('written ones are corrected', () => {
  expect(report({ files: [file], corrected: [finding('URL101')] }, [], true)).toBe('1 finding corrected in 1 file: 1 URL101\n');
});

test('what is to be decided stands at its place with the decision', () => {
  expect(report({ left: [{ finding: finding('URL101'), why: { decide: 'choose a server' } }] }))
    .toBe('nothing to correct\n1 finding to decide\n\nTo decide:\na.yaml:7:3 URL101 NATS_URL is wrong\n  decide: choose a server\n');
});

describe('what another correction changed', () => {
  const left = [{ finding: { ...finding('URL101', 9), message: 'NATS_URL is new' }, why: { decide: 'choose a server' } }];
  const lines = (before: readonly Finding[]): unknown =>
    [false, true].map(isWritten => formatMigration({ ...nothing, left, before: { findings: before } } as unknown as Migration, [], { isWritten }).split('\n')[4]);

  test('is quoted from the files as they are until the corrections are written', () => {
    expect(lines([finding('URL101', 4)])).toEqual(['a.yaml:4:3 URL101 NATS_URL is wrong', 'a.yaml:9:3 URL101 NATS_URL is new']);
  });

  test('and was no finding before is said to come after the corrections', () => {
    expect(lines([])).toEqual(['a.yaml:9:3 URL101 after the corrections: NATS_URL is new', 'a.yaml:9:3 URL101 NATS_URL is new']);
  });
});

test('several that are left are counted', () => {
  const left = [7, 8].map(line => ({ finding: finding('URL101', line), why: { reason: 'it is an alias' } }));
  expect(report({ left }).split('\n')[1]).toBe('2 findings left as they are');
});

test('what is left stands at its place with the reason', () => {
  expect(report({ left: [{ finding: finding('URL101'), why: { reason: 'it is an alias' } }] }))
    .toBe('nothing to correct\n1 finding left as it is\n\nLeft as they are:\na.yaml:7:3 URL101 NATS_URL is wrong\n  because it is an alias\n');
});

test('findings without a certain correction are counted', () => {
  expect(report({ uncorrectable: [finding('OBJ501'), finding('OBJ501')] })).toBe('nothing to correct\n2 other findings to correct by hand, see petrosa-nats lint: 2 OBJ501\n');
});

test('findings that go when the files are applied are counted apart', () => {
  expect(report({ untilApplied: [finding('CFG203')] })).toBe('nothing to correct\n1 new finding until the files are applied: 1 CFG203\n');
});

test('the plan is a numbered list of commands below what they are for', () => {
  const plan: Plan = [
    { title: 'apply', steps: [{ command: ['kubectl', 'apply', '--filename', 'a b.yaml'], note: 'ConfigMap x' }] },
    { title: 'restart', steps: [{ command: ['kubectl', 'get'], note: '' }, { note: 'no more' }] },
  ];
  expect(report({}, plan)).toBe('nothing to correct\n\n1. apply\n   # ConfigMap x\n   kubectl apply --filename \'a b.yaml\'\n\n2. restart\n   kubectl get\n   # no more\n');
});

test('what a command reads from standard input stands behind it', () => {
  const plan: Plan = [{ title: 'apply', steps: [{ command: ['kubectl', 'apply', '--filename', '-'], input: 'a, b.yaml', note: '' }] }];
  expect(report({}, plan)).toContain("   kubectl apply --filename - < 'a, b.yaml'\n");
});

test('what a terminal would obey is not printed', () => {
  const { left } = { left: [{ finding: { ...finding('URL101'), message: '\u001b[2J' }, why: { reason: '\u001b' } }] };
  expect(report({ left })).not.toContain('\u001b');
});

test('places and titles are bold on terminals', () => {
  const text = formatMigration({ ...nothing, before: { findings: [] }, left: [{ finding: finding('URL101'), why: { decide: 'x' } }] } as unknown as Migration, [{ title: 'apply', steps: [] }], { isWritten: false, colours: 'ansi' });
  expect(text.match(/\u001b\[1m[^\u001b]*/g)!.map(bold => bold.slice(4))).toEqual(['To decide:', 'a.yaml:7:3', '1. apply']);
});
