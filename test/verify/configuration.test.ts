import * as fc from 'fast-check';
import { DEFAULT_OPTIONS, readConfiguration } from '../../src/verify';

const CODES = ['CFG201', 'URL101', 'URL102'];
const read = (text: string) => readConfiguration('petrosa-nats.yaml', text, CODES);
const problems = (text: string): string[] => read(text).problems.map(({ position, message, fix }) => `${position.line}:${position.column} ${message}; ${fix}`);

test('a configuration sets what it names', () => {
  const { options, namespace, clusterState, closedWorld } = read(`
zone: example.local
namespace: apps
clusterState: [state/]
closedWorld: true
defaultDeny: [apps]
severities: { URL101: advice, URL102: off }
`);
  expect({ ...options, namespace, clusterState, closedWorld }).toMatchObject({
    zone: 'example.local', namespace: 'apps', clusterState: ['state/'], closedWorld: true, defaultDeny: ['apps'], severities: { URL101: 'advice', URL102: 'off' },
  });
});

test('own dependencies, subject names and placeholders come beside the defaults, and before them', () => {
  const { options } = read(`
dependencies: [{ pattern: 'LEDGER_*', what: Ledger, port: 9000 }]
subjectNames: [{ pattern: '*_OUT', role: publish }]
placeholders: ['@[A-Z]+@']
`);
  expect([options.dependencies, options.subjectNames, options.placeholders]).toEqual([
    [{ pattern: 'LEDGER_*', what: 'Ledger', port: 9000 }, ...DEFAULT_OPTIONS.dependencies],
    [{ pattern: '*_OUT', role: 'publish' }, ...DEFAULT_OPTIONS.subjectNames],
    [/@[A-Z]+@/, ...DEFAULT_OPTIONS.placeholders],
  ]);
});

test('the dot of the root is left out of the zone', () => {
  expect(read('zone: example.local.\n').options.zone).toBe('example.local');
});

test('a suppression keeps the place where it is written', () => {
  expect(read('suppressions:\n  - code: URL101\n    object: apps/*\n    reason: the laboratory\n').options.suppressions).toEqual([
    { code: 'URL101', object: 'apps/*', reason: 'the laboratory', position: expect.objectContaining({ file: 'petrosa-nats.yaml', line: 2, column: 5 }) },
  ]);
});

test('an empty file sets nothing and is fine', () => {
  expect(problems('# nothing yet\n')).toEqual([]);
});

test.each([
  ['an unknown key', 'zonee: x\n', '1:1 unknown key zonee; did you mean zone?'],
  ['an unknown key of an entry', 'dependencies:\n  - { pattern: A, what: B, port: 1, ports: 2 }\n', '2:37 unknown key ports in dependencies[0]; did you mean port?'],
  ['an unknown code of a severity', 'severities:\n  URL110: off\n', '2:3 unknown key URL110 in severities; did you mean URL101?'],
  ['an unknown severity', 'severities:\n  URL101: warn\n', '2:11 severities.URL101 is warn, which is not known; write one of error, warning, advice, off'],
  ['an unknown code of a suppression', 'suppressions:\n  - { code: X, reason: known }\n', '2:13 suppressions[0].code is X, which is not known; write one of CFG201, URL101, URL102'],
  ['a suppression without a reason', 'suppressions:\n  - { code: URL101 }\n', '2:5 suppressions[0].reason is missing; add it'],
  ['a suppression with an empty reason', 'suppressions:\n  - { code: URL101, reason: " " }\n', '2:29 the suppression gives no reason; write why the rule does not hold there'],
  ['a text that is none', 'zone: 7\n', '1:7 zone is no text; put it in quotes'],
  ['a zone that is no DNS name', 'zone: cluster_local\n', '1:7 zone is \'cluster_local\', which is no DNS zone; write labels of a-z, 0-9 and inner hyphens with dots between them, such as cluster.local'],
  ['a namespace that can have no such name', 'namespace: Apps\n', '1:12 namespace is \'Apps\', which is no name of a namespace; write at most 63 of a-z, 0-9 and inner hyphens'],
  ['a namespace of defaultDeny that can have no such name', 'defaultDeny: [apps, a.b]\n', '1:21 defaultDeny[1] is \'a.b\', which is no name of a namespace; write at most 63 of a-z, 0-9 and inner hyphens'],
  ['a list that is none', 'defaultDeny: apps\n', '1:14 defaultDeny is no list; write it as a list'],
  ['a map that is none', 'severities: high\n', '1:13 severities is no map; write keys below it: CFG201, URL101, URL102'],
  ['a file that is no map', '- zone\n', '1:1 the file is no map; write keys below it: zone, namespace, clusterState, closedWorld, defaultDeny, severities, suppressions, dependencies, subjectNames, placeholders'],
  ['an entry that is no map', 'dependencies: [x]\n', '1:16 dependencies[0] is no map; write keys below it: pattern, what, port'],
  ['a port that is none', 'dependencies:\n  - { pattern: A, what: B, port: 70000 }\n', '2:34 dependencies[0].port is no port; write a number from 1 to 65535'],
  ['a port that is missing', 'dependencies:\n  - { pattern: A, what: B }\n', '2:5 dependencies[0].port is missing; write a number from 1 to 65535'],
  ['a flag that is none', 'closedWorld: sure\n', '1:14 closedWorld is neither true nor false; write true or false'],
  ['a role that is unknown', 'subjectNames:\n  - { pattern: A, role: reader }\n', '2:25 subjectNames[0].role is reader, which is not known; write one of publish, subscribe'],
  ['a second document', 'zone: a\n---\nzone: b\n', '1:1 the file has more than one document; keep one'],
])('%s is refused at its place', (_, text, expected) => {
  expect(problems(text)).toEqual([expected]);
});

test('a placeholder that is no regular expression is refused at its place', () => {
  expect(problems('placeholders: ["("]\n')).toEqual([expect.stringMatching(/^1:16 the placeholder is no regular expression: /)]);
});

test('a syntax error is told with its line', () => {
  expect(problems('zone: [\n').length).toBeGreaterThan(0);
});

test('no JSON makes the reading throw', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(() => read(JSON.stringify(value))).not.toThrow();
  }));
});

test('no value of a known key makes the reading throw', () => {
  const keys = ['zone', 'clusterState', 'severities', 'suppressions', 'dependencies', 'subjectNames', 'placeholders', 'closedWorld'];
  fc.assert(fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
    expect(() => read(JSON.stringify({ [key]: value }))).not.toThrow();
  }));
});
