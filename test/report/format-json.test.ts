import { formatJson } from '../../src/report';
import { configMap, madeUpRule, reportOf } from '../support/made-up-rules';

test('a finding has its place, its object and its fingerprint', () => {
  const { findings } = JSON.parse(formatJson(reportOf(configMap('a'))));
  const object = { kind: 'ConfigMap', name: 'a', namespace: 'apps' };
  const place = { file: 'apps.yaml', line: 4, column: 9, endLine: 4, endColumn: 10, object, path: 'metadata.name' };
  const says = { code: 'URL901', severity: 'error', message: 'a is bad', fix: 'make it good', related: [] };
  expect(findings).toEqual([{ ...says, ...place, fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
});

test('the shape has a version, and the counts are those of the findings', () => {
  const { version, tool, summary } = JSON.parse(formatJson(reportOf(configMap('a'), [madeUpRule()], { files: 3 })));
  expect({ version, tool, summary }).toEqual({
    version: 1, tool: { name: 'petrosa-nats', version: '1.2.3' }, summary: { error: 1, warning: 0, advice: 0, suppressed: 0, unchecked: 0, files: 3, objects: 1 },
  });
});

test('a suppressed finding has its reason', () => {
  const { suppressed } = JSON.parse(formatJson(reportOf(configMap('a', { 'petrosa-nats/ignore.URL901': 'known' }))));
  expect(suppressed).toEqual([expect.objectContaining({ code: 'URL901', suppression: { by: 'annotation', reason: 'known' } })]);
});

test('what is not checked has its place', () => {
  const text = `${configMap('a')}---
apiVersion: v1
kind: Pod
metadata: { name: p, namespace: apps }
spec: { containers: [{ name: p, image: example/p:1, envFrom: [{ configMapRef: { name: gone } }] }] }
`;
  expect(JSON.parse(formatJson(reportOf(text))).unchecked).toEqual([expect.objectContaining({ what: 'ConfigMap apps/gone', file: 'apps.yaml', line: 11 })]);
});

test('files that could not be read and files without manifests are told', () => {
  const position = { file: 'gone.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const report = reportOf('', [], { skipped: ['values.yaml'], unread: [{ kind: 'unreadable', message: 'm', fix: 'f', position }] });
  expect(JSON.parse(formatJson(report))).toMatchObject({ skipped: ['values.yaml'], unread: [{ message: 'm', fix: 'f', file: 'gone.yaml' }] });
});
