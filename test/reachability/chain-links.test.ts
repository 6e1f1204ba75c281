import { Around, answer, deciding, denyAll, deployment, networkOf, policy, service, shownPlace } from './support/network';
import { Link } from '../../src/reachability';

const WEB = deployment('web', 'shop');
const CLOSED = policy('web', 'shop', '{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [{ ports: [{ port: 53, protocol: UDP }] }] }');
const links = (text: string, to: string, around: Around = {}): readonly Link[] => answer(networkOf(text, around), 'web', to).links;
const kinds = (text: string, to: string, around: Around = {}): string[] => links(text, to, around).map(({ kind }) => kind);
const last = (text: string, to: string): Link => links(text, to).at(-1)!;

test('a host that comes from a Secret is not known but for its port', () => {
  expect(links(WEB, ':3306')[0]).toEqual({ kind: 'name', verdict: 'unknown', reason: 'not-known', text: 'the address comes from a Secret; only its port 3306 is known' });
});

test('a port of the pod itself that no container declares is to be declared', () => {
  expect(last(WEB, 'localhost:80').fix).toBe('write the name of a Service, or declare the port in the container that serves it');
});

test('a protocol that Kubernetes does not know is taken for TCP', () => {
  const text = WEB + deployment('store', 'data') + service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80 }] }');
  expect(deciding(networkOf(text), 'web', 'store.data:80', 'http')).toBe('allowed at ingress: open');
});

describe('the chain ends at the name', () => {
  const inNode = deployment('web', 'shop', { podSpec: '{ dnsPolicy: Default, containers: [] }' });

  test.each([
    ['that stands for nothing', WEB, 'store.data.cluster.local:80'],
    ['that the search list does not complete', inNode + service('store', 'shop', '{ ports: [{ port: 80 }] }'), 'store:80'],
    ['of the pod itself', WEB, 'localhost:80'],
  ])('%s', (_, text, to) => expect(kinds(text, to)).toEqual(['name']));
});

describe('a name of which it is not known what it stands for', () => {
  const withDns = (config: string): string => deployment('web', 'shop', { podSpec: `{ ${config}, containers: [] }` });

  test.each([
    ['a Service or a host', WEB, 'store.somewhere:80', {}],
    ['a Service or what a search of dnsConfig makes of it', withDns('dnsConfig: { searches: [example.com] }'), 'store:80', { closedWorld: true }],
    ['a Service of another zone', WEB, 'store.data.svc.k8s.internal:80', {}],
    ['a Service, if the servers of dnsConfig know it', withDns('dnsPolicy: None, dnsConfig: { nameservers: [10.9.9.9] }') + service('store', 'data', '{ ports: [{ port: 80 }] }'), 'store.data.svc.cluster.local:80', {}],
  ])('needs DNS and a rule for anything: %s', (_, text, to, around) => {
    expect(kinds(text + CLOSED, to, around)).toEqual(['name', 'dns', 'egress']);
  });

  test('is refused on the port of the pods, whatever that is', () => {
    expect(last(WEB + CLOSED, 'store.somewhere:80').text).toBe('no rule of NetworkPolicy shop/web admits TCP on the port of the pods to an address that is not known');
  });

  test('is in doubt by the port where a rule admits everybody on some', () => {
    expect(last(WEB + CLOSED.replace('egress: [', 'egress: [{ ports: [{ port: 80 }] }, '), 'store.somewhere:80').text)
      .toBe('egress rule 1 of NetworkPolicy shop/web admits some ports; whether that of the endpoint is one of them is not known');
  });
});

describe('an ExternalName Service', () => {
  const alias = (to: string): string => WEB + service('store', 'data', '{ ports: [{ port: 80 }] }') + service('alias', 'shop', `{ type: ExternalName, externalName: ${to} }`);
  const FIX = 'write the full name of a Service, service.namespace.svc.cluster.local, or a host that DNS knows';
  const said = (to: string): (string | undefined)[] => {
    const link = links(alias(to), 'alias:80').find(({ kind }) => kind === 'service')!;
    return [`${link.verdict} ${link.reason}`, link.text, link.fix, shownPlace(link.place)];
  };

  test.each([
    ['api.example.com', 'allowed external', 'Service shop/alias stands for api.example.com', undefined],
    ['store.data.svc.cluster.local', 'allowed external', 'Service shop/alias stands for store.data.svc.cluster.local', undefined],
    ['store.data', 'blocked service-missing',
      'Service shop/alias stands for store.data, which is no name that DNS knows: it is looked up as it is written, without a search list', FIX],
    ['store.somewhere', 'unknown not-known', 'Service shop/alias stands for store.somewhere; whether DNS knows that name as it is written is not known', FIX],
  ])('for %s is said to stand for it', (to, ...expected) => expect(said(to)).toEqual([...expected, 'Service/alias spec.externalName']));

  test('that leads in a circle stands for nothing', () => {
    const { kind, verdict, reason, fix } = last(alias('alias.shop.svc.cluster.local'), 'alias:80');
    expect({ kind, verdict, reason, fix }).toEqual({ kind: 'service', verdict: 'blocked', reason: 'service-missing', fix: FIX });
  });

  test('that stands for nothing ends the chain', () => {
    expect(kinds(alias('store.data'), 'alias:80')).toEqual(['name', 'service']);
  });
});

describe('a Service whose pods are not reached', () => {
  const store = (spec: string): string => WEB + CLOSED + deployment('store', 'data') + service('store', 'data', spec);

  test.each([
    ['asks policies about anything where somebody else makes its endpoints', '{ ports: [{ port: 80 }] }', ['name', 'service', 'pods', 'dns', 'egress']],
    ['asks no policies where it does not serve the port', '{ selector: { app: store }, ports: [{ port: 81 }] }', ['name', 'service', 'dns']],
    ['asks no policies where the pods do not have the port', '{ selector: { app: store }, ports: [{ port: 80, targetPort: http }] }', ['name', 'service', 'pods', 'dns']],
  ])('%s', (_, spec, expected) => expect(kinds(store(spec), 'store.data:80')).toStrictEqual(expected));

  test('needs a rule for an end of which nothing is known where somebody else makes its endpoints', () => {
    expect(last(store('{ ports: [{ port: 80 }] }'), 'store.data:80').text)
      .toBe('no rule of NetworkPolicy shop/web admits TCP on the port of the pods to an address that is not known');
  });
});

describe('a workload behind closed policies', () => {
  const own = service('web', 'shop', '{ selector: { app: web }, ports: [{ port: 80 }] }') + denyAll('shop').replace('policyTypes: [Ingress, Egress]', 'policyTypes: [Ingress]');

  test('reaches itself if it has one pod', () => {
    const text = 'shop/web[Deployment] reaches itself, whatever the policies';
    expect(links(WEB + own, 'web:80').slice(-2)).toEqual([{ kind: 'egress', verdict: 'allowed', reason: 'open', text }, { kind: 'ingress', verdict: 'allowed', reason: 'open', text }]);
  });

  const cronJob = (field: string): string =>
    `\n---\napiVersion: batch/v1\nkind: CronJob\nmetadata: { name: web, namespace: shop }\nspec: { jobTemplate: { spec: { ${field}template: { metadata: { labels: { app: web } }, spec: { containers: [] } } } } }\n`;

  test.each([
    ['is a DaemonSet', WEB.replace('kind: Deployment', 'kind: DaemonSet'), 'blocked'],
    ['leaves its replicas to the default by a null', WEB.replace('spec:\n', 'spec:\n  replicas: null\n'), 'allowed'],
    ['makes several pods in each of its jobs', cronJob('parallelism: 3, '), 'blocked'],
    ['makes one pod in each of its jobs', cronJob(''), 'allowed'],
    ['is a Pod', '\n---\napiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop, labels: { app: web } }\nspec: { containers: [] }\n', 'allowed'],
  ])('which %s reaches its pods as policies and their number say', (_, text, expected) => expect(answer(networkOf(text + own), 'web', 'web:80').verdict).toBe(expected));
});
