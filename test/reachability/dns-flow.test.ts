import { answer, denyAll, deployment, namespaceObject, networkOf, policy, service } from './support/network';
import { Link } from '../../src/reachability';

const DNS = service('kube-dns', 'kube-system', '{ clusterIP: 10.96.0.10, selector: { k8s-app: kube-dns }, ports: [{ port: 53, targetPort: 53, protocol: UDP }, { port: 53, targetPort: 53 }] }');
const CORE = deployment('coredns', 'kube-system', { labels: { 'k8s-app': 'kube-dns' } });

/** The DNS link of a pod whose egress is limited to one rule. */
function dns(rule: string, around = '', podSpec = '{ containers: [] }'): Link {
  const text = deployment('web', 'shop', { podSpec }) + policy('web', 'shop', `{ podSelector: {}, policyTypes: [Egress], egress: [${rule}] }`) + around;
  return answer(networkOf(text), 'web', 'api.example.com:443').links.find(({ kind }) => kind === 'dns')!;
}

const rule = (peer: string, ports = '[{ port: 53, protocol: UDP }, { port: 53 }]'): string => `{ to: [${peer}], ports: ${ports} }`;
const KUBE_SYSTEM = '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } } }';

const OPEN_INGRESS = 'write an ingress policy that selects it and admits UDP 53 from namespaceSelector kubernetes.io/metadata.name=shop and podSelector app=web';

describe('the DNS of a pod', () => {
  test.each([
    ['the namespace of the DNS', rule(KUBE_SYSTEM), 'allowed open'],
    ['the pods of the DNS', rule('{ namespaceSelector: {}, podSelector: { matchLabels: { k8s-app: kube-dns } } }'), 'allowed open'],
    ['other pods', rule('{ namespaceSelector: {}, podSelector: { matchLabels: { k8s-app: other } } }'), 'blocked not-admitted'],
    ['the own namespace', rule('{ podSelector: {} }'), 'blocked other-namespace'],
    ['UDP alone', rule(KUBE_SYSTEM, '[{ port: 53, protocol: UDP }]'), 'allowed open'],
    ['TCP alone', rule(KUBE_SYSTEM, '[{ port: 53 }]'), 'blocked not-admitted'],
    ['a label that nobody is known to set', rule('{ namespaceSelector: { matchLabels: { name: kube-system } } }'), 'unknown namespace-label'],
    ['addresses', rule('{ ipBlock: { cidr: 169.254.20.10/32 } }'), 'unknown ip-block-only'],
  ])('through a rule for %s', (_, text, expected) => {
    const { verdict, reason } = dns(text, DNS + CORE);
    expect(`${verdict} ${reason}`).toBe(expected);
  });

  test('says that TCP is missing', () => {
    const { text, fix } = dns(rule(KUBE_SYSTEM, '[{ port: 53, protocol: UDP }]'), DNS + CORE);
    expect([text.endsWith('; TCP is closed, so that long answers fail'), fix]).toEqual([true, 'admit TCP 53 beside UDP 53']);
  });

  test('misses a label that the namespace does not have', () => {
    const link = dns(rule('{ namespaceSelector: { matchLabels: { name: kube-system } } }'), DNS + CORE + namespaceObject('kube-system'));
    expect(link.reason).toBe('namespace-label');
  });

  test('is known by its Service where no manifest shows its pods', () => {
    expect(dns(rule('{ namespaceSelector: {}, podSelector: { matchLabels: { k8s-app: other } } }'), DNS).verdict).toBe('blocked');
  });

  test.each([
    ['the namespace of most clusters\' DNS', rule(KUBE_SYSTEM), 'allowed'],
    ['the usual label of its pods', rule(`{ podSelector: { matchLabels: { k8s-app: kube-dns } }, ${KUBE_SYSTEM.slice(2)}`), 'allowed'],
    ['the name of its program as label', rule(`{ podSelector: { matchLabels: { k8s-app: coredns } }, ${KUBE_SYSTEM.slice(2)}`), 'allowed'],
    ['OpenShift\'s', rule('{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: openshift-dns } } }', '[{ port: 5353, protocol: UDP }]'), 'allowed'],
    ['the label of OpenShift\'s', rule('{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: openshift-dns } }, podSelector: { matchLabels: { dns.operator.openshift.io/daemonset-dns: default } } }', '[{ port: 5353, protocol: UDP }]'), 'allowed'],
    ['all pods, on OpenShift\'s port', rule('{ namespaceSelector: {} }', '[{ port: 5353, protocol: UDP }]'), 'allowed'],
    ['no peer in particular', '{ ports: [{ port: 53, protocol: UDP }] }', 'allowed'],
    ['pods that nobody knows as DNS', rule('{ podSelector: { matchLabels: { app: resolver } } }'), 'unknown'],
    ['another namespace', rule('{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: other } } }'), 'unknown'],
    ['a label that nobody is known to set', rule('{ namespaceSelector: { matchLabels: { name: kube-system } } }'), 'unknown'],
    ['addresses', rule('{ ipBlock: { cidr: 10.96.0.10/32 } }'), 'unknown'],
    ['another port', rule(KUBE_SYSTEM, '[{ port: 80 }]'), 'blocked'],
    ['another port of UDP', rule(KUBE_SYSTEM, '[{ port: 80, protocol: UDP }]'), 'blocked'],
  ])('that no manifest shows is asked through a rule for %s', (_, text, expected) => expect(dns(text).verdict).toBe(expected));

  test('that no manifest shows is named by where it usually runs', () => {
    const { text, fix } = dns(rule(KUBE_SYSTEM, '[{ port: 80 }]'));
    expect([text, fix]).toEqual([
      'DNS (UDP 53): no rule of NetworkPolicy shop/web admits UDP 53 to the cluster\'s DNS (kube-system, k8s-app=kube-dns)',
      'add a rule that admits UDP 53 to namespaceSelector kubernetes.io/metadata.name=kube-system and podSelector k8s-app=kube-dns',
    ]);
  });

  test('is admitted by a rule for UDP and TCP', () => {
    expect(dns(rule(KUBE_SYSTEM), DNS + CORE).text).toBe('DNS (UDP 53): egress rule 1 of NetworkPolicy shop/web admits UDP 53 to kube-system/coredns[Deployment]');
  });

  test('is the usual one where its Service has no selector', () => {
    const { text } = dns(rule(KUBE_SYSTEM, '[{ port: 80 }]'), service('kube-dns', 'kube-system', '{ ports: [{ port: 53, protocol: UDP }] }'));
    expect(text).toBe('DNS (UDP 53): no rule of NetworkPolicy shop/web admits UDP 53 to the cluster\'s DNS (kube-system, k8s-app=kube-dns)');
  });

  test('is closed by its own ingress policies', () => {
    expect(dns(rule(KUBE_SYSTEM), DNS + CORE + denyAll('kube-system')).text).toContain('ingress of kube-system/coredns[Deployment]');
  });

  test('is the server that dnsConfig names', () => {
    const own = '{ dnsPolicy: None, dnsConfig: { nameservers: [1.1.1.1] }, containers: [] }';
    expect([dns(rule(KUBE_SYSTEM), DNS, own).verdict, dns(rule('{ ipBlock: { cidr: 1.1.1.1/32 } }'), DNS, own).verdict]).toEqual(['blocked', 'allowed']);
  });

  test('is what the cluster has where dnsConfig names its address', () => {
    const own = '{ dnsPolicy: None, dnsConfig: { nameservers: [10.96.0.10] }, containers: [] }';
    expect(dns(rule(KUBE_SYSTEM), DNS + CORE, own).verdict).toBe('allowed');
  });

  test.each([
    ['the cluster\'s, where it is open', KUBE_SYSTEM, '1.1.1.1', 'allowed'],
    ['a public one, which knows no Services', '{ ipBlock: { cidr: 1.1.1.1/32 } }', '1.1.1.1', 'unknown'],
    ['a public one that is closed as well', '{ podSelector: {} }', '1.1.1.1', 'blocked'],
    ['a private one, which may know Services', '{ ipBlock: { cidr: 10.9.9.9/32 } }', '10.9.9.9', 'unknown'],
  ])('is one of those that dnsConfig names, alone or beside the cluster\'s: %s', (_, peer, other, verdict) => {
    const own = [`{ dnsPolicy: None, dnsConfig: { nameservers: [10.96.0.10, ${other}] }, containers: [] }`, `{ dnsConfig: { nameservers: [${other}] }, containers: [] }`];
    expect(own.map(podSpec => dns(rule(peer), DNS + CORE, podSpec).verdict)).toEqual([verdict, verdict]);
  });

  test.each([
    ['the node\'s, open with all others', '{ ipBlock: { cidr: 0.0.0.0/0 } }', '10.9.9.9', 'allowed'],
    ['the node\'s, perhaps open, while the other one is not', '{ ipBlock: { cidr: 0.0.0.0/0, except: [10.9.9.9/32] } }', '10.9.9.9', 'unknown'],
    ['one that dnsConfig names, if the node\'s leave room', '{ ipBlock: { cidr: 10.9.9.9/32 } }', '10.9.9.9', 'unknown'],
    ['the cluster\'s, where dnsConfig names it, if the node\'s leave room', KUBE_SYSTEM, '10.96.0.10', 'unknown'],
    ['none, where the cluster\'s alone is open and not named', KUBE_SYSTEM, '1.1.1.1', 'blocked'],
  ])('is, for dnsPolicy Default, the node\'s or one that dnsConfig names: %s', (_, peer, other, verdict) => {
    expect(dns(rule(peer), DNS + CORE, `{ dnsPolicy: Default, dnsConfig: { nameservers: [${other}] }, containers: [] }`).verdict).toBe(verdict);
  });

  test.each([
    ['a private one of dnsConfig', '{ ipBlock: { cidr: 10.9.9.9/32 } }', '{ dnsConfig: { nameservers: [10.9.9.9] }, containers: [] }',
      '; whether 10.9.9.9 knows the names of the cluster is not known', OPEN_INGRESS],
    ['one after the node\'s', '{ podSelector: {}, namespaceSelector: {} }', '{ dnsPolicy: Default, dnsConfig: { nameservers: [10.96.0.10] }, containers: [] }',
      '; the DNS of the cluster is asked after the servers of the node, if those leave room for it', 'add a rule that admits UDP 53 to its address'],
  ])('says why it is not enough that a server is open: %s', (_, peer, own, text, fix) => {
    const around = DNS + CORE + (own.includes('Default') ? '' : denyAll('kube-system'));
    expect(dns(rule(peer), around, own)).toMatchObject({ text: expect.stringContaining(text), fix });
  });

  test('says of a public server, where the cluster\'s is closed, what it does not know', () => {
    const own = '{ dnsPolicy: None, dnsConfig: { nameservers: [10.96.0.10, 1.1.1.1] }, containers: [] }';
    expect(dns(rule('{ ipBlock: { cidr: 1.1.1.1/32 } }'), DNS + CORE + denyAll('kube-system'), own)).toMatchObject({
      text: expect.stringContaining('; 1.1.1.1 does not know the names of the cluster'),
      fix: OPEN_INGRESS,
    });
  });

  test('is what the cluster has where dnsConfig names no address', () => {
    const own = '{ dnsPolicy: None, dnsConfig: { nameservers: [resolver, 5] }, containers: [] }';
    expect(dns(rule(KUBE_SYSTEM), DNS + CORE, own).verdict).toBe('allowed');
  });

  test.each([
    ['that of the protocol, be it the last', '[{ port: 53 }, { port: 53, targetPort: 5353, protocol: UDP }]', 5353],
    ['that of port 53, be another one the first', '[{ port: 5300, protocol: UDP }, { port: 53, protocol: UDP }]', 53],
    ['that of the other protocol, where it lists no more', '[{ port: 53, targetPort: 5353 }]', 5353],
    ['port 53, where it lists none', '[]', 53],
  ])('is asked on the port that its Service gives: %s', (_, ports, port) => {
    const listed = service('kube-dns', 'kube-system', `{ selector: { k8s-app: kube-dns }, ports: ${ports} }`);
    expect(dns(rule(KUBE_SYSTEM, `[{ port: ${port}, protocol: UDP }]`), listed + CORE).verdict).toBe('allowed');
  });

  describe('whose Service leads to a port by name', () => {
    const named = DNS.replace('targetPort: 53, protocol: UDP', 'targetPort: dns, protocol: UDP').replace('targetPort: 53 }', 'targetPort: dns-tcp }');
    const pods = (ports: string): string => deployment('coredns', 'kube-system', { labels: { 'k8s-app': 'kube-dns' }, podSpec: `{ containers: [{ name: main, ports: ${ports} }] }` });
    const verdicts = (around: string): string[] => [53, 5353].map(port => dns(rule(KUBE_SYSTEM, `[{ port: ${port}, protocol: UDP }]`), named + around).verdict);

    test('listens on the port that its containers give the name', () => {
      expect(verdicts(pods('[{ name: dns, containerPort: 5353, protocol: UDP }, { name: dns-tcp, containerPort: 53 }]'))).toEqual(['blocked', 'allowed']);
    });

    test('does not listen on a port of another name', () => {
      expect(verdicts(pods('[{ name: other, containerPort: 53, protocol: UDP }, { name: dns, containerPort: 5353, protocol: UDP }]'))).toEqual(['blocked', 'allowed']);
    });

    test('does not listen on a port of another protocol', () => {
      expect(verdicts(pods('[{ name: dns, containerPort: 5353 }]'))).toEqual(['unknown', 'unknown']);
    });

    test('listens on a port that is not known where no container gives it', () => expect(verdicts(CORE)).toEqual(['unknown', 'unknown']));

    test('listens on a port that is not known where no manifest shows its pods', () => expect(verdicts('')).toEqual(['unknown', 'unknown']));

    test('says that the port is the one of the pods', () => {
      expect(dns(rule(KUBE_SYSTEM), named + CORE).text).toContain('DNS (UDP on the port of the pods)');
    });
  });

  test.each([
    ['all addresses', rule('{ ipBlock: { cidr: 0.0.0.0/0 } }'), 'allowed'],
    ['anybody', '{ ports: [{ port: 53, protocol: UDP }] }', 'allowed'],
    ['some addresses', rule('{ ipBlock: { cidr: 10.0.0.0/8 } }'), 'unknown'],
    ['public addresses', rule('{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16] } }'), 'unknown'],
    ['pods', rule('{ namespaceSelector: {} }'), 'blocked'],
    ['another port', '{ ports: [{ port: 443 }] }', 'blocked'],
  ])('is the node\'s for dnsPolicy Default, asked through a rule for %s', (_, text, expected) => {
    expect(dns(text, DNS, '{ dnsPolicy: Default, containers: [] }').verdict).toBe(expected);
  });

  test('of the node is not on a port that rules name', () => {
    expect(dns('{ ports: [{ port: dns, protocol: UDP }] }', DNS, '{ dnsPolicy: Default, containers: [] }').verdict).toBe('blocked');
  });

  test('of the node may be one of some addresses', () => {
    expect(dns(rule('{ ipBlock: { cidr: 10.0.0.0/8 } }'), DNS, '{ dnsPolicy: Default, containers: [] }').text)
      .toBe('DNS (UDP 53): egress rule 1 of NetworkPolicy shop/web admits some addresses; whether the DNS of the node has one of them is not known');
  });

  test('of the node says which addresses are to be admitted', () => {
    expect(dns(rule('{ ipBlock: { cidr: 10.0.0.0/8 } }'), DNS, '{ dnsPolicy: Default, containers: [] }').fix).toBe('admit the addresses of the name servers of the nodes');
  });
});
