import { Difference, Explanation } from '../../../src/adopt';
import { Explainer } from '../../../src/adopt/proof/explainer';
import { ManifestSet, readText } from '../../../src/manifest';
import { RULES, Severity, Verification, verify } from '../../../src/verify';

const SERVER = { namespace: 'nats', name: 'nats-server' };

/** A container with addresses in its variables, and what the rule for addresses by IP says of them. */
function verified(urls: readonly string[], severity: Severity = 'error', isCertain = true, image = 'feed:1'): Verification {
  const env = urls.map((url, i) => ({ name: `URL_${i}`, value: url }));
  const spec = { selector: { matchLabels: { app: 'feed' } }, template: { metadata: { labels: { app: 'feed' } }, spec: { containers: [{ name: 'main', image, env }] } } };
  const text = JSON.stringify({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'feed', namespace: 'shop' }, spec });
  const rules = RULES.filter(({ code }) => code === 'URL101');
  return verify(new ManifestSet({ files: readText('a.yaml', text).documents }), [], { severities: { URL101: severity }, server: isCertain ? SERVER : undefined }, rules);
}

const [BY_IP, BY_NAME] = ['nats://10.0.0.1:4222', 'nats://nats-server.nats.svc.cluster.local:4222'];

function explanation(input: Verification, output: Verification, field: Difference['field']): Explanation | undefined {
  const [before, after] = [input, output].map(({ facts }) => facts.objects[0]);
  return new Explainer(input, output, { departures: [], added: [] }).explain({ before, after, field });
}

/** What explains that the first variable differs. */
function explained(input: Verification, output: Verification): string | undefined {
  const found = explanation(input, output, { path: 'spec.template.spec.containers[main].env[URL_0].value', before: BY_IP, after: BY_NAME });
  return found?.kind === 'fix' ? found.code : undefined;
}

/** The finding about an address, said of another field. */
function ofField(path: string): Verification {
  const input = verified([BY_IP]);
  const [[finding, correct]] = [...input.corrections];
  const other = { ...finding, path };
  return { ...input, findings: [other], corrections: new Map([[other, correct]]) };
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

test('a field below that of a finding is not explained by it', () => {
  const field = { path: 'spec.template.spec.containers[main].image', before: 'feed:1', after: 'feed:2' };
  expect(explanation(ofField('spec.template.spec'), verified([BY_NAME], 'error', true, 'feed:2'), field)).toBeUndefined();
});

test('the field of a finding is', () => {
  const field = { path: 'spec.template.spec.containers[main].image', before: 'feed:1', after: 'feed:2' };
  expect(explanation(ofField(field.path.replace('main', '0')), verified([BY_NAME], 'error', true, 'feed:2'), field)).toMatchObject({ kind: 'fix', code: 'URL101' });
});

test.each<[string, Verification]>([
  ['in other words', verified(['nats://10.0.0.2:4222'])],
  ['of another severity', verified([BY_IP], 'warning')],
  ['at another index', verified([BY_NAME, BY_IP])],
])('a finding that is there %s explains nothing', (_, output) => {
  expect(explained(verified([BY_IP]), output)).toBeUndefined();
});
