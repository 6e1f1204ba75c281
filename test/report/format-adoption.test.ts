import { Proof } from '../../src/adopt';
import { ManifestObject, ManifestSet, readText } from '../../src/manifest';
import { formatAdoption } from '../../src/report';
import { Finding } from '../../src/verify';

const objectIn = (file: string, kind: string, name: string, namespace = 'shop'): ManifestObject =>
  new ManifestSet({ files: readText(file, JSON.stringify({ apiVersion: 'v1', kind, metadata: { name, namespace } })).documents }).objects[0];

const RATES = objectIn('k8s/rates.yaml', 'Deployment', 'rates');
const CLUSTER = objectIn('rendered.yaml', 'ClusterRole', 'reader', '');
const POLICY = objectIn('rendered.yaml', 'NetworkPolicy', 'rates');

const FINDING: Finding = {
  code: 'NET302',
  severity: 'error',
  message: 'the policies do not admit it',
  fix: 'admit it',
  path: 'spec.egress',
  fingerprint: 'f',
  related: [],
  position: { file: 'rendered.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 },
  object: { kind: 'Deployment', namespace: 'shop', name: 'rates' },
};

/** The lines that the report of a proof has below a heading. */
function linesUnder(heading: string, proof: Partial<Proof>): string[] {
  const text = formatAdoption({
    folder: 'app',
    files: ['main.ts'],
    proof: {
      app: { charts: [], covered: [], kept: [], departures: [], added: [], decisions: [] },
      files: new Map(),
      synthesis: { yaml: '', warnings: [] },
      explained: [],
      unexplained: [],
      newFindings: [],
      policyChanges: [],
      ...proof,
    },
  });
  const section = text.split('\n\n').find(part => part.startsWith(heading)) ?? '';
  return section.trimEnd().split('\n').slice(1).map(line => line.trim());
}

test.each([
  ['an object that is not rendered', { before: RATES }, 'error k8s/rates.yaml:1:1 Deployment shop/rates is not rendered'],
  ['an object that is rendered alone', { after: CLUSTER }, 'error ClusterRole reader is rendered and not in the input'],
  ['a field with another value', { before: RATES, after: RATES, field: { path: 'spec.replicas', before: 1, after: 2 } },
    'error k8s/rates.yaml:1:1 Deployment shop/rates: spec.replicas is 1 in the input and 2 in what is rendered'],
  ['a field that is only in the input', { before: RATES, after: RATES, field: { path: 'spec.paused', before: true } },
    'error k8s/rates.yaml:1:1 Deployment shop/rates: spec.paused is true in the input and absent in what is rendered'],
])('%s stands there with its place, if nothing explains it', (_, difference, line) => {
  expect(linesUnder('Not explained:', { unexplained: [difference] })).toEqual([line]);
});

test.each([
  ['of an object', FINDING, 'error Deployment shop/rates spec.egress: NET302 the policies do not admit it, which the input does not have'],
  ['of an object without namespace and field', { ...FINDING, path: '', object: { kind: 'ClusterRole', namespace: '', name: 'reader' } },
    'error ClusterRole reader: NET302 the policies do not admit it, which the input does not have'],
  ['of no object', { ...FINDING, object: undefined }, 'error what is rendered: NET302 the policies do not admit it, which the input does not have'],
])('a finding %s that only the output has is not explained', (_, finding, line) => {
  expect(linesUnder('Not explained:', { newFindings: [finding] })).toEqual([line]);
});

test('a policy says what it now allows and no longer allows', () => {
  expect(linesUnder('Policies with other rules:', { policyChanges: [{ policy: POLICY, isolated: [], opens: ['TCP 4222'], closes: ['TCP 80', 'TCP 81'] }] }))
    .toEqual(['NetworkPolicy shop/rates, no longer says TCP 80; TCP 81, now says TCP 4222']);
});

test.each([
  ['allows', [], ['TCP 80'], 'NetworkPolicy shop/rates, no longer says TCP 80'],
  ['loses', ['TCP 80'], [], 'NetworkPolicy shop/rates, now says TCP 80'],
])('a policy that %s nothing new says the other alone', (_, opens, closes, line) => {
  expect(linesUnder('Policies with other rules:', { policyChanges: [{ policy: POLICY, isolated: [], opens, closes }] })).toEqual([line]);
});

test('a policy that closes what is open says whom it limits, and to what', () => {
  expect(linesUnder('Policies that close', { policyChanges: [{ policy: POLICY, isolated: [RATES], opens: ['TCP 4222'], closes: [] }] }))
    .toEqual(['NetworkPolicy shop/rates lets Deployment shop/rates, which may reach everything today, reach only TCP 4222']);
});

test('differences of one fix are told once, with their number', () => {
  const fix = { before: RATES, after: RATES, explanation: { kind: 'fix', code: 'URL101', reason: 'an IP' } } as const;
  expect(linesUnder('Fixes:', { explained: [fix, fix] })).toEqual(['k8s/rates.yaml:1:1 Deployment shop/rates: URL101 an IP (2 differences)']);
});

test('the fix of an object that is added has its name', () => {
  expect(linesUnder('Fixes:', { explained: [{ after: POLICY, explanation: { kind: 'fix', code: 'NET301', reason: 'no policy' } }] }))
    .toEqual(['added NetworkPolicy shop/rates: NET301 no policy']);
});

test('objects that defaults add are named', () => {
  expect(linesUnder('Defaults of the library:', { explained: [{ after: POLICY, explanation: { kind: 'default', reason: 'a policy' } }] }))
    .toEqual(['1 × a policy: NetworkPolicy shop/rates']);
});

test('what is to be decided for several objects is told once', () => {
  const decision = (object: ManifestObject) => ({ object, what: 'name the host' });
  expect(linesUnder('To decide:', { app: { charts: [], covered: [], kept: [], departures: [], added: [], decisions: [decision(RATES), decision(POLICY)] } }))
    .toEqual(['k8s/rates.yaml:1:1 Deployment shop/rates and 1 more: name the host']);
});
