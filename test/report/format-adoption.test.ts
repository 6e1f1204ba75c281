import { Proof } from '../../src/adopt';
import { Json, ManifestObject, ManifestSet, readText } from '../../src/manifest';
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
    .toEqual(['NetworkPolicy shop/rates:', '- TCP 80', '- TCP 81', '+ TCP 4222']);
});


test('a policy that closes what is open says whom it limits, and to what', () => {
  expect(linesUnder('Policies that close', { policyChanges: [{ policy: POLICY, isolated: [RATES], opens: ['TCP 4222'], closes: [] }] }))
    .toEqual(['NetworkPolicy shop/rates: Deployment shop/rates may reach everything today, and then only', 'TCP 4222']);
});

test('differences of one fix are told once, with their number', () => {
  const fix = { before: RATES, after: RATES, explanation: { kind: 'fix', code: 'URL101', reason: 'an IP' } } as const;
  expect(linesUnder('Fixes:', { explained: [fix, fix] })).toEqual(['k8s/rates.yaml:1:1 Deployment shop/rates: URL101 an IP (2 differences)']);
});

test('the fix of an object that is added has its name', () => {
  expect(linesUnder('Fixes:', { explained: [{ after: POLICY, explanation: { kind: 'fix', code: 'NET301', reason: 'no policy' } }] }))
    .toEqual(['added NetworkPolicy shop/rates: NET301 no policy']);
});

test('of many objects that defaults add the first is named', () => {
  const explained = [POLICY, POLICY, POLICY, POLICY].map(after => ({ after, explanation: { kind: 'default', reason: 'a policy' } } as const));
  expect(linesUnder('Defaults of the library:', { explained })).toEqual(['4 × a policy: NetworkPolicy shop/rates and 3 more']);
});

describe('what may stop a workload', () => {
  const POD = 'spec.template.spec';
  const MAIN = `${POD}.containers[main]`;

  /** The lines for fields that defaults of the library add to workloads. */
  function restrictions(fields: Readonly<Record<string, Json>>, objects: readonly ManifestObject[] = [RATES]): string[] {
    return linesUnder('May stop what runs today:', {
      explained: objects.flatMap(object => Object.entries(fields).map(([path, after]) =>
        ({ before: object, after: object, field: { path, after }, explanation: { kind: 'default', reason: 'so' } } as const))),
    });
  }

  it.each<[string, Readonly<Record<string, Json>>, string]>([
    ['rights', { [`${MAIN}.securityContext`]: { allowPrivilegeEscalation: false, capabilities: { drop: { '[ALL]': 'ALL' } }, seccompProfile: { type: 'RuntimeDefault' } } },
      'containers[main]: no privilege escalation, no capabilities, seccomp RuntimeDefault'],
    ['limits', { [`${MAIN}.resources.limits`]: { cpu: '500m', memory: '256Mi' } }, 'containers[main]: limits.cpu 500m, limits.memory 256Mi'],
    ['probes of one port', { [`${MAIN}.livenessProbe.tcpSocket.port`]: 80, [`${MAIN}.readinessProbe.tcpSocket.port`]: 80 }, 'containers[main]: probes of port 80'],
    ['where its image comes from', { [`${MAIN}.imagePullPolicy`]: 'Always' }, 'containers[main]: image pulled at each start'],
    ['keys that have to be there', { [`${MAIN}.env[NATS_ENABLED].valueFrom.configMapKeyRef`]: { name: 'rates-config', key: 'NATS_ENABLED' } }, 'containers[main]: needs NATS_ENABLED of ConfigMap rates-config'],
    ['one probe', { [`${MAIN}.startupProbe.httpGet.port`]: 80 }, 'containers[main]: startupProbe of port 80'],
    ['a container that starts the others', { [`${POD}.initContainers[setup].resources.limits.cpu`]: '1' }, 'initContainers[setup]: limits.cpu 1'],
  ])('is said of its containers: %s', (_, fields, expected) => {
    expect(restrictions(fields)).toEqual(['Deployment shop/rates:', expected]);
  });

  it('is said of its pods on its own line', () => {
    expect(restrictions({ [`${POD}.automountServiceAccountToken`]: false, 'spec.startingDeadlineSeconds': 300 }))
      .toEqual(['Deployment shop/rates: no service account token, spec.startingDeadlineSeconds 300']);
  });

  it('is said once of those that get the same', () => {
    expect(restrictions({ [`${POD}.automountServiceAccountToken`]: false }, [RATES, objectIn('k8s/orders.yaml', 'Deployment', 'orders')]))
      .toEqual(['Deployment shop/rates and 1 more: no service account token']);
  });
});

test('objects that defaults add are named', () => {
  expect(linesUnder('Defaults of the library:', { explained: [{ after: POLICY, explanation: { kind: 'default', reason: 'a policy' } }] }))
    .toEqual(['1 × a policy: NetworkPolicy shop/rates']);
});

test('an object without a name is called by how it begins', () => {
  const [job] = new ManifestSet({ files: readText('k8s/job.yaml', 'apiVersion: batch/v1\nkind: Job\nmetadata: { generateName: smoke-, namespace: shop }\n').documents }).objects;
  expect(linesUnder('Not explained:', { unexplained: [{ before: job }] })).toEqual(['error k8s/job.yaml:1:1 Job shop/smoke-* is not rendered']);
});

test('what is to be decided for several objects is told once', () => {
  const decision = (object: ManifestObject) => ({ object, what: 'name the host' });
  expect(linesUnder('To decide:', { app: { charts: [], covered: [], kept: [], departures: [], added: [], decisions: [decision(RATES), decision(POLICY)] } }))
    .toEqual(['k8s/rates.yaml:1:1 Deployment shop/rates and 1 more: name the host']);
});
