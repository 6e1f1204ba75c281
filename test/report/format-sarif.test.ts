import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { formatSarif, LintReport } from '../../src/report';
import { RULES } from '../../src/verify';
import { configMap, madeUpRule, reportOf } from '../support/made-up-rules';

const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats(ajv);
const isValid = ajv.compile(schema);

const full = reportOf(`${configMap('a')}---\n${configMap('b', { 'petrosa-nats/ignore.URL901': 'known' })}`, [
  madeUpRule(),
  madeUpRule({ code: 'URL902', severity: 'advice', check: ({ objects: [a, b] }) => [{ at: a.at(), message: 'm', fix: 'f', related: [{ at: b.at(), message: 'b' }] }] }),
  madeUpRule({ code: 'URL903', check: () => { throw new Error('broken'); } }),
]);
const runOf = (report: LintReport) => JSON.parse(formatSarif(report)).runs[0];
const uriOf = (file: string): object => {
  const rule = madeUpRule({ check: () => [{ at: { file, line: 1, column: 1, endLine: 1, endColumn: 1 }, message: 'm', fix: 'f' }] });
  return runOf(reportOf(configMap('a'), [rule])).results[0].locations[0].physicalLocation.artifactLocation;
};

test('the log is valid SARIF 2.1.0, with every rule of the catalogue, and suppressed and related places', () => {
  isValid(JSON.parse(formatSarif({ ...full, rules: [...full.rules, ...RULES] })));
  expect(isValid.errors).toBeNull();
});

test('the schema is looked at', () => {
  expect(isValid({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
});

test('a result has its rule, region, object and fingerprint', () => {
  const { results: [first], tool } = runOf(reportOf(configMap('a')));
  expect({ ...first, rule: tool.driver.rules[first.ruleIndex].id }).toEqual({
    rule: 'URL901',
    ruleId: 'URL901',
    ruleIndex: 0,
    level: 'error',
    message: { text: 'a is bad; make it good' },
    locations: [{
      physicalLocation: {
        artifactLocation: { uri: 'apps.yaml', uriBaseId: '%SRCROOT%' }, region: { startLine: 4, startColumn: 9, endLine: 4, endColumn: 10 },
      },
      logicalLocations: [{ name: 'a', fullyQualifiedName: 'apps/ConfigMap/a', kind: 'resource' }],
    }],
    relatedLocations: [],
    partialFingerprints: { 'petrosaNats/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
    suppressions: [],
    properties: { path: 'metadata.name' },
  });
});

test('an object without a namespace keeps the slash', () => {
  const { results: [{ locations: [{ logicalLocations }] }] } = runOf(reportOf('apiVersion: v1\nkind: Namespace\nmetadata: { name: apps }\n'));
  expect(logicalLocations).toEqual([expect.objectContaining({ fullyQualifiedName: '/Namespace/apps' })]);
});

test('a suppressed result says where the suppression stands and why', () => {
  expect(runOf(full).results.filter(({ suppressions }: { suppressions: object[] }) => suppressions.length > 0)).toEqual([
    expect.objectContaining({ suppressions: [{ kind: 'inSource', status: 'accepted', justification: 'known' }] }),
  ]);
});

test('a suppression of the configuration file stands outside of the source', () => {
  const report = reportOf(configMap('a'));
  const suppressed = report.findings.map(finding => ({ ...finding, suppression: { by: 'config' as const, reason: 'known' } }));
  expect(runOf({ ...report, findings: [], suppressed }).results[0].suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: 'known' }]);
});

test('a rule that throws what is no error is a notification with its words', () => {
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  const report = reportOf(configMap('a'), [madeUpRule({ check: () => { throw 'no reason'; } })]);
  expect(runOf(report).invocations[0].toolExecutionNotifications[0].message).toEqual({ text: 'rule URL901 broke down: no reason' });
});

test('a rule that broke down is a notification, and the run no success', () => {
  expect(runOf(full).invocations).toEqual([{
    executionSuccessful: false,
    toolExecutionNotifications: [{ level: 'error', message: { text: 'rule URL903 broke down: broken' }, associatedRule: { id: 'URL903' } }],
  }]);
});

test('a file that could not be read is a notification with its place, and the run no success', () => {
  const position = { file: '/repo/k8s/gone.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const report = reportOf('', [], { unread: [{ kind: 'unreadable', message: 'there is no such file', fix: 'correct the path', position }] });
  const locations = [{ physicalLocation: { artifactLocation: { uri: 'k8s/gone.yaml', uriBaseId: '%SRCROOT%' } } }];
  const text = 'there is no such file; correct the path';
  expect(runOf(report).invocations).toEqual([{
    executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text }, locations }],
  }]);
});

test('a rule refers to its page', () => {
  expect(runOf(full).tool.driver.rules[0]).toMatchObject({
    id: 'URL901', helpUri: 'https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/rules/URL901.md', defaultConfiguration: { level: 'error' },
  });
});

test.each([
  ['./k8s/apps.yaml', { uri: 'k8s/apps.yaml', uriBaseId: '%SRCROOT%' }],
  ['/repo/k8s/apps.yaml', { uri: 'k8s/apps.yaml', uriBaseId: '%SRCROOT%' }],
  ['../other/apps.yaml', { uri: '../other/apps.yaml', uriBaseId: '%SRCROOT%' }],
  ['C:/k8s/apps.yaml', { uri: 'file:///C%3A/k8s/apps.yaml' }],
  ['/elsewhere/apps.yaml', { uri: 'file:///elsewhere/apps.yaml' }],
  ['a b/100%#?.yaml', { uri: 'a%20b/100%25%23%3F.yaml', uriBaseId: '%SRCROOT%' }],
])('the file %s is the artifact %j', (file, expected) => {
  expect(uriOf(file)).toEqual(expected);
});
