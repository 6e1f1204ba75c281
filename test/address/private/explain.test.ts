import { NatsUrl, NatsUrlContext } from '../../../src/address';

const SERVER = { service: 'nats-server', namespace: 'nats' };
const FULL = 'nats://nats-server.nats.svc.cluster.local:4222';

function explanation(text: string, context?: NatsUrlContext): string {
  return NatsUrl.parse(text, context).explanation;
}

test('a canonical URL needs no change and its format is named', () => {
  expect(explanation(FULL)).toMatch(/is a full name: .* \(format 1 of rule book §3, cross-namespace, recommended\); nothing needs to change\.$/);
});

test('a full name without the port gets the canonical form', () => {
  expect(explanation('nats-server.nats.svc.cluster.local')).toContain(`; write ${FULL}, since clients differ`);
});

test.each([
  ['nats-server.nats.svc.cluster.local.', 'trailing dot'], ['nats-server.nats.svc', 'without the zone cluster.local'],
  ['nats-server.nats', 'is a namespaced short name'], ['nats-server.nats', 'format 2 of rule book §3'], ['nats-0.nats.nats.svc', 'pod nats-0 of headless Service nats in namespace nats'],
  ['nats-0.nats.nats.svc', 'does not move to another server'],
  ['nats-0.nats', 'is ambiguous'], ['nats-0.nats.svc', 'is suspect'], ['10.0.0.5', '10.0.0.5 is an IP address, which rule book §1 forbids'],
  ['0xA000005', 'in disguise (10.0.0.5), which'], ['nats.nats.pod', 'in disguise, which'], ['localhost', 'sidecar'], ['0.0.0.0', 'bind address'], ['u:p@nats', 'the URL holds credentials'],
  [`nats://u:p@${FULL.slice(7)}`, 'credentials by reference to the Secret'], [`${FULL} `, `; write ${FULL} instead`],
  ['$(A)', 'Kubernetes variables'], ['$A', 'does not expand'], ['a,b', 'list of 2 URLs'], ['http://nats', 'scheme is wrong'],
  ['a.example.com', 'is an external host: it is no Service'], ['nats-server.nats.', 'trailing dot keeps the DNS search list out'],
  ['a.b.svc.evil.com', 'its zone is evil.com and the cluster\'s is cluster.local'], ['a.b.svc.', 'ends without a zone'], ['a.b.svc.', 'is no Service of this cluster'],
  ['', 'text is empty'], [',', 'text is empty'], [' nats', 'white space'], ['nats:0', 'port is no number'], ['nats/x', 'path'], ['nats_x', 'host is neither'], ['nats_x:0', 'host is neither'],
  ['nats', 'nats is a bare short Service name'], ['nats:4222', '\'s own namespace; write'],
])('%j is explained by "%s"', (text, part) => {
  expect(explanation(text)).toContain(part);
});

test('without a canonical form the declared server is what to write', () => {
  expect(explanation('10.0.0.5:30222', { server: { ...SERVER, port: 4223 } })).toContain('; write nats://nats-server.nats.svc.cluster.local:4223 instead.');
});

test('without a declared server the pattern is what to write', () => {
  expect(explanation('10.0.0.5', { zone: 'k8s.org' })).toContain('; write nats://<service>.<namespace>.svc.k8s.org:4222 instead.');
});

test.each<[NatsUrlContext, string]>([
  [{}, 'only in pods of the Service\'s own namespace'],
  [{ namespace: 'petrosa-apps' }, 'Service nats-server of namespace petrosa-apps'],
  [{ namespace: 'nats', server: SERVER }, 'it resolves in the pod, whose namespace nats is the server\'s'],
  [{ namespace: 'petrosa-apps', server: SERVER }, 'does not resolve in the pod, whose namespace is petrosa-apps, since the server is in nats'],
])('a bare short name in %j: %s', (context, part) => {
  expect(explanation('nats-server', context)).toContain(part);
});

test('it is one sentence', () => {
  for (const text of [FULL, 'nats', '10.0.0.5', 'a,b', '', 'u:p@nats']) expect(explanation(text)).toMatch(/^(?!.*\. [A-Z]).*\.$/);
});
