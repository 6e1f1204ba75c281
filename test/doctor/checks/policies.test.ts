import { JsonObject } from '../../../src/manifest';
import { checked } from '../support/examine';
import { forbidden, refusal } from '../support/fake-kubectl';
import { broker, brokerPod, configMap, HEALTHY, healthyBut, healthyWithout, namespace, policy, slice, ticker, tickerPod } from '../support/objects';

const DNS: readonly JsonObject[] = [
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'kube-dns', namespace: 'kube-system' }, spec: { clusterIP: '10.96.0.10', selector: { 'k8s-app': 'kube-dns' }, ports: [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP', name: 'tcp' }] } },
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'coredns-7f4c-q8s2d', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns', 'pod-template-hash': '7f4c' } }, spec: { containers: [] }, status: { phase: 'Running' } },
];

/** The policy of rule book §14, for these names. */
const RULE_BOOK = policy('allow-nats', 'shop', {
  podSelector: { matchLabels: { app: 'ticker' } },
  policyTypes: ['Egress'],
  egress: [{ to: [{ namespaceSelector: { matchLabels: { name: 'nats' } } }], ports: [{ protocol: 'TCP', port: 4222 }] }],
});
const CLOSED = policy('deny-ingress', 'messaging', { podSelector: {}, policyTypes: ['Ingress'] });
const to = (url: string) => configMap({ NATS_URL: url });

describe.each(['policy-dns', 'policy-egress', 'policy-ingress'])('%s', (id) => {
  test('passes without policies', async () => {
    expect(await checked(id, { objects: [...HEALTHY, ...DNS] })).toMatchObject({ status: 'ok', detail: expect.stringContaining('no policy limits') });
  });

  test('names the right to read policies that is missing', async () => {
    const where = id === 'policy-ingress' ? 'messaging' : 'shop';
    const instead = { [`get networkpolicies -n ${where}`]: forbidden('list', 'networkpolicies', where, 'networking.k8s.io') };
    expect(await checked(id, { objects: HEALTHY, instead })).toMatchObject({ status: 'unchecked', detail: `no right to list networkpolicies.networking.k8s.io in namespace ${where}` });
  });

  test('goes on without the rights to look around', async () => {
    const instead = {
      'get services -A': forbidden('list', 'services'),
      'get namespaces': forbidden('list', 'namespaces'),
      'get pods -n kube-system': forbidden('list', 'pods', 'kube-system'),
      'api-versions': forbidden('get', 'api'),
    };
    expect(await checked(id, { objects: HEALTHY, instead })).toMatchObject({ status: 'ok' });
  });
});

test('the rule book\'s own policy is issue 3 for the DNS', async () => {
  expect(await checked('policy-dns', { objects: healthyBut(RULE_BOOK, ...DNS) })).toMatchObject({
    status: 'failed',
    detail: 'DNS (UDP 53): no rule of NetworkPolicy shop/allow-nats admits UDP 53 to kube-system/coredns-7f4c-q8s2d[Pod]',
    issue: { number: 3, name: 'network policy blocking', solution: 'check the NetworkPolicies: add a rule that admits UDP 53 to namespaceSelector kubernetes.io/metadata.name=kube-system and podSelector k8s-app=kube-dns' },
  });
});

test('the rule book\'s own policy is issue 3 for the server', async () => {
  expect(await checked('policy-egress', { objects: healthyBut(RULE_BOOK, ...DNS) })).toMatchObject({
    status: 'failed',
    detail: 'egress rule 1 of NetworkPolicy shop/allow-nats selects namespaces by name=nats, which namespace messaging does not have',
    issue: { number: 3, solution: 'check the NetworkPolicies: select the namespace by kubernetes.io/metadata.name=messaging' },
  });
});

test('a policy of the server\'s side is issue 3 there and nowhere else', async () => {
  const world = { objects: healthyBut(CLOSED) };
  expect([await checked('policy-egress', world), await checked('policy-ingress', world)]).toMatchObject([
    { status: 'ok' },
    { status: 'failed', detail: 'no policy admits any ingress of messaging/broker-0[Pod], and NetworkPolicy messaging/deny-ingress denies it to all pods', issue: { number: 3 } },
  ]);
});

test('labels that only a live pod has decide', async () => {
  const open = policy('open', 'messaging', { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from: [{ namespaceSelector: {}, podSelector: { matchLabels: { mesh: 'on' } } }] }] });
  const injected = [tickerPod({}, { labels: { mesh: 'on' } })];
  const results = await Promise.all([[], injected].map(pods => checked('policy-ingress', { objects: healthyBut(open, ...pods) })));
  expect(results.map(({ status }) => status)).toEqual(['failed', 'ok']);
});

test('where no pod runs the template decides', async () => {
  const objects = [...healthyWithout('Pod ticker-5d9c-x7k2p'), RULE_BOOK];
  expect(await checked('policy-egress', { objects })).toMatchObject({ status: 'failed' });
});

test('without the right to list pods the template decides', async () => {
  const instead = { 'get pods -n shop': forbidden('list', 'pods', 'shop') };
  expect(await checked('policy-egress', { objects: [...HEALTHY, RULE_BOOK], instead })).toMatchObject({ status: 'failed' });
});

test('policies are judged where no pod of the server runs', async () => {
  const objects = [...healthyWithout('Pod broker-0'), RULE_BOOK, slice()];
  expect(await checked('policy-egress', { objects })).toMatchObject({ status: 'failed', issue: { number: 3 } });
});

test('in one namespace with the server each pod stands once', async () => {
  const here = [broker({}, { namespace: 'shop' }), { ...brokerPod(), metadata: { name: 'broker-0', namespace: 'shop', labels: { app: 'broker' } } }];
  expect(await checked('policy-egress', { objects: healthyBut(...here, to('nats://broker.shop.svc.cluster.local:4222')) })).toMatchObject({ status: 'ok' });
});

test('a policy that is not evaluated leaves the answer open', async () => {
  const cilium = { apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', metadata: { name: 'layer-7', namespace: 'shop' }, spec: {} };
  const instead = {
    'api-versions': { type: 'ended', code: 0, out: 'apps/v1\ncilium.io/v2\nv1\n', err: '' },
    'get ciliumnetworkpolicies.cilium.io': { type: 'ended', code: 0, out: JSON.stringify({ items: [cilium] }), err: '' },
  } as const;
  expect(await checked('policy-egress', { objects: HEALTHY, instead })).toMatchObject({ status: 'unchecked', detail: expect.stringContaining('CiliumNetworkPolicy shop/layer-7 may decide otherwise'), hint: 'read CiliumNetworkPolicy shop/layer-7 as well' });
});

test('a group of policies of which the cluster has one kind alone leaves nothing open', async () => {
  const instead = {
    'api-versions': { type: 'ended', code: 0, out: 'apps/v1\npolicy.networking.k8s.io/v1alpha1\nv1\n', err: '' },
    'get baselineadminnetworkpolicies': refusal('error: the server doesn\'t have a resource type "baselineadminnetworkpolicies"\n'),
  } as const;
  expect(await checked('policy-egress', { objects: HEALTHY, instead })).toMatchObject({ status: 'ok' });
});

test('policies that may not be read leave the answer open', async () => {
  const instead = {
    'api-versions': { type: 'ended', code: 0, out: 'policy.networking.k8s.io/v1alpha1\n', err: '' },
    'get adminnetworkpolicies': forbidden('list', 'adminnetworkpolicies', undefined, 'policy.networking.k8s.io'),
  } as const;
  expect(await checked('policy-egress', { objects: HEALTHY, instead })).toMatchObject({ status: 'unchecked', detail: 'no right to list adminnetworkpolicies.policy.networking.k8s.io in the whole cluster' });
});

test('an address needs no DNS, and no policy of the cluster stands at its side', async () => {
  const world = { objects: healthyBut(to('nats://192.168.194.253:4222'), RULE_BOOK) };
  expect(await Promise.all(['policy-dns', 'policy-egress', 'policy-ingress'].map(id => checked(id, world)))).toMatchObject([
    { status: 'skipped', detail: '192.168.194.253 is an address, which needs no DNS' },
    { status: 'unchecked' },
    { status: 'skipped', detail: '192.168.194.253 is no Service, so that no policy of the cluster stands at its side' },
  ]);
});

test('a host outside needs the DNS', async () => {
  expect(await checked('policy-dns', { objects: healthyBut(to('nats://demo.nats.io:4222'), RULE_BOOK, ...DNS) })).toMatchObject({ status: 'failed' });
});

test('without a URL no policy is judged', async () => {
  expect(await checked('policy-egress', { objects: healthyBut(ticker({})) })).toMatchObject({ status: 'skipped' });
});

test('a Service that stands for a host has no pods whose policies could be judged', async () => {
  const named = broker({ type: 'ExternalName', externalName: 'demo.nats.io', selector: undefined });
  expect(await checked('policy-ingress', { objects: healthyBut(named, namespace('messaging')) })).toMatchObject({ status: 'skipped', detail: 'the way does not lead so far' });
});
