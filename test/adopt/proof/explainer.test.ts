import { Explainer } from '../../../src/adopt/proof/explainer';
import { ManifestSet, readText } from '../../../src/manifest';
import { RULES, Severity, Verification, verify } from '../../../src/verify';

/** A container with addresses in its variables, and what the rule for addresses by IP says of them. */
function verified(urls: readonly string[], severity: Severity = 'error'): Verification {
  const env = urls.map((url, i) => ({ name: `URL_${i}`, value: url }));
  const spec = { selector: { matchLabels: { app: 'feed' } }, template: { metadata: { labels: { app: 'feed' } }, spec: { containers: [{ name: 'main', image: 'feed:1', env }] } } };
  const text = JSON.stringify({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'feed', namespace: 'shop' }, spec });
  const rules = RULES.filter(({ code }) => code === 'URL101');
  return verify(new ManifestSet({ files: readText('a.yaml', text).documents }), [], { severities: { URL101: severity } }, rules);
}

const [BY_IP, BY_NAME] = ['nats://10.0.0.1:4222', 'nats://nats-server.nats.svc.cluster.local:4222'];

/** What explains that the first variable differs. */
function explained(input: Verification, output: Verification): string | undefined {
  const field = { path: 'spec.template.spec.containers[main].env[URL_0].value', before: BY_IP, after: BY_NAME };
  const [before, after] = [input, output].map(({ facts }) => facts.objects[0]);
  const explanation = new Explainer(input, output, { departures: [], added: [] }).explain({ before, after, field });
  return explanation?.kind === 'fix' ? explanation.code : undefined;
}

test('a finding that is gone explains its field', () => {
  expect(explained(verified([BY_IP]), verified([BY_NAME]))).toBe('URL101');
});

test.each<[string, Verification]>([
  ['in other words', verified(['nats://10.0.0.2:4222'])],
  ['of another severity', verified([BY_IP], 'warning')],
  ['at another index', verified([BY_NAME, BY_IP])],
])('a finding that is there %s explains nothing', (_, output) => {
  expect(explained(verified([BY_IP]), output)).toBeUndefined();
});
