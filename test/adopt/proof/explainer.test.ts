import { Difference, Explanation } from '../../../src/adopt';
import { Explainer } from '../../../src/adopt/proof/explainer';
import { ManifestSet, readText } from '../../../src/manifest';
import { RULES, Severity, Verification, verify } from '../../../src/verify';

const SERVER = { namespace: 'nats', name: 'nats-server' };

/** A container with addresses in its variables, and what the rules for addresses by IP and by short names say of them. */
function verified(urls: readonly string[], severity: Severity = 'error', isCertain = true, image = 'feed:1'): Verification {
  const env = urls.map((url, i) => ({ name: `URL_${i}`, value: url }));
  const spec = { selector: { matchLabels: { app: 'feed' } }, template: { metadata: { labels: { app: 'feed' } }, spec: { containers: [{ name: 'main', image, env }] } } };
  const text = JSON.stringify({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'feed', namespace: 'shop' }, spec });
  const rules = RULES.filter(({ code }) => code === 'URL101' || code === 'URL104');
  return verify(new ManifestSet({ files: readText('a.yaml', text).documents }), [], { severities: { URL101: severity }, server: isCertain ? SERVER : undefined }, rules);
}

const [BY_IP, BY_NAME] = ['nats://10.0.0.1:4222', 'nats://nats-server.nats.svc.cluster.local:4222'];
const SHORT = 'nats://nats-server.nats:4222';

function explanation(input: Verification, output: Verification, field: Difference['field']): Explanation | undefined {
  const [before, after] = [input, output].map(({ facts }) => facts.objects[0]);
  return new Explainer(input, output, { departures: [], added: [] }).explain({ before, after, field });
}

/** What explains that the first variable differs. */
function explained(input: Verification, output: Verification): string | undefined {
  const found = explanation(input, output, { path: 'spec.template.spec.containers[main].env[URL_0].value', before: BY_IP, after: BY_NAME });
  return found?.kind === 'fix' ? found.code : undefined;
}

/** The finding about an address, said of another field and with another image as its correction. */
function ofField(path: string): Verification {
  const input = verified([BY_IP]);
  const other = { ...input.findings[0], path };
  const at = input.facts.objects[0].at('spec', 'template', 'spec', 'containers', 0, 'image');
  return { ...input, findings: [other], corrections: new Map([[other, () => ({ edits: [{ kind: 'replace', at, value: 'feed:2' }] })]]) };
}

/** What explains that the image is another one. */
function explainedImage(path: string, image: string): Explanation | undefined {
  const field = { path: 'spec.template.spec.containers[main].image', before: 'feed:1', after: image };
  return explanation(ofField(path), verified([BY_NAME], 'error', true, image), field);
}

test('a finding that is gone explains its field', () => {
  expect(explained(verified([BY_IP]), verified([BY_NAME]))).toBe('URL101');
});

test('a finding explains nothing that its rule does not know to repair', () => {
  expect(explained(verified([BY_IP], 'error', false), verified([BY_NAME], 'error', false))).toBeUndefined();
});

test('a field that is gone is explained by no finding that goes with it', () => {
  const [input, output] = [verified([BY_IP]), verified([])];
  const field = { path: 'spec.template.spec.containers[main].env[URL_0]', before: { name: 'URL_0', value: BY_IP } };
  expect(explanation(input, output, field)).toBeUndefined();
});

test.each<[string, string, string]>([
  ['another server', BY_IP, 'nats://evil.other.svc.cluster.local:4222'],
  ['another port', BY_IP, BY_NAME.replace('4222', '4223')],
  ['an address without the user', BY_IP.replace('//', '//feed@'), BY_NAME],
  ['another server than that of the short name', SHORT, 'nats://evil.other.svc.cluster.local:4222'],
])('a finding that is gone does not explain %s', (_, from, to) => {
  expect(explained(verified([from]), verified([to]))).toBeUndefined();
});

test('a finding about a short name explains the full one', () => {
  expect(explained(verified([SHORT]), verified([BY_NAME]))).toBe('URL104');
});

test('a field below that of a finding is not explained by it', () => {
  expect(explainedImage('spec.template.spec', 'feed:2')).toBeUndefined();
});

test('the field of a finding is explained where it is as the correction makes it', () => {
  expect(explainedImage('spec.template.spec.containers[0].image', 'feed:2')).toMatchObject({ kind: 'fix', code: 'URL101' });
});

test('the field of a finding is not explained where it is anything else', () => {
  expect(explainedImage('spec.template.spec.containers[0].image', 'feed:3')).toBeUndefined();
});

test.each<[string, Verification]>([
  ['in other words', verified(['nats://10.0.0.2:4222'])],
  ['of another severity', verified([BY_IP], 'warning')],
  ['at another index', verified([BY_NAME, BY_IP])],
])('a finding that is there %s explains nothing', (_, output) => {
  expect(explained(verified([BY_IP]), output)).toBeUndefined();
});

test.each<[string, string, string, boolean]>([
  ['believed at the field of the finding', 'URL_0', BY_IP, true],
  ['not believed at another field', 'URL_1', SHORT, false],
])('a departure that names a rule is %s', (_, variable, from, isBelieved) => {
  const [input, output] = [verified([BY_IP, SHORT]), verified([BY_NAME, BY_NAME])];
  const [before, after] = [input, output].map(({ facts }) => facts.objects[0]);
  const path = `spec.template.spec.containers[main].env[${variable}]`;
  const explainer = new Explainer(input, output, { departures: [{ object: before, path, code: 'URL101', why: 'on purpose' }], added: [] });
  const found = explainer.explain({ before, after, field: { path: `${path}.value`, before: from, after: BY_NAME } });
  expect(found?.reason === 'on purpose').toBe(isBelieved);
});

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: feed, namespace: shop }
spec:
  selector: { matchLabels: { app: feed } }
  template: { metadata: { labels: { app: feed } }, spec: { containers: [{ name: main, image: 'feed:1' }] } }
---
`;
const policy = (name: string, types: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: shop }
spec: { podSelector: { matchLabels: { app: feed } }, policyTypes: [${types}] }
---
`;

test.each<[string, string, string, string, string | undefined]>([
  ['that limits the ways from it is', '', 'Egress', 'NET203', 'NET203'],
  ['that closes the ways to it is not', '', 'Ingress, Egress', 'NET203', undefined],
  ['that finds the ways to it closed is', policy('closed', 'Ingress'), 'Ingress, Egress', 'NET203', 'NET203'],
  ['that has other faults than closed ways is not', '', 'Egress', 'OBJ551', undefined],
])('a new policy for a workload %s explained by the finding of the workload', (_, policies, types, code, expected) => {
  const [input, output] = [DEPLOYMENT + policies, DEPLOYMENT + policies + policy('added', types)]
    .map(text => verify(new ManifestSet({ files: readText('a.yaml', text).documents })));
  const [some] = verified([BY_IP]).findings;
  const explainer = new Explainer({ ...input, findings: [{ ...some, code }] }, { ...output, findings: [] }, { departures: [], added: [] });
  const found = explainer.explain({ after: output.facts.objects.at(-1) });
  expect(found?.kind === 'fix' ? found.code : undefined).toBe(expected);
});
