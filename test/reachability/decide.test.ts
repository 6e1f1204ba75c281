import { answer, deployment, networkOf, policy, service, workload } from './support/network';
import { parseIp } from '../../src/reachability';
import { decide, Decision, Flow } from '../../src/reachability/decide';

/** What the policies say of a pod of namespace shop. */
function decided(text: string, flow: Pick<Flow, 'direction' | 'other'> & Partial<Flow>): Decision {
  const network = networkOf(deployment('web', 'shop') + text);
  const subject = network.podsOf(workload(network, 'web'));
  return decide({ subject, protocol: 'TCP', port: 80, ...flow }, network.policySet.of(subject, flow.direction));
}

const egress = (...rules: string[]): string => policy('web', 'shop', `{ podSelector: {}, policyTypes: [Egress], egress: [${rules.join(', ')}] }`);
const PRIVATE = { type: 'address', ip: parseIp('10.1.2.3')!, outside: false } as const;
const PUBLIC = { type: 'address', ip: parseIp('8.8.8.8')!, outside: true } as const;

describe('the policies of a direction', () => {
  test('refuse an address at ingress that no rule admits', () => {
    const { verdict } = decided(policy('web', 'shop', '{ podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: 172.16.0.0/12 } }] }] }'), { direction: 'ingress', other: PRIVATE });
    expect(verdict).toBe('blocked');
  });

  test('refuse pods in the network of their node at egress that no rule admits', () => {
    const network = networkOf(deployment('store', 'data', { podSpec: '{ hostNetwork: true, containers: [] }' }));
    expect(decided(egress(), { direction: 'egress', other: { type: 'pods', pods: network.podsOf(workload(network, 'store')) } }).verdict).toBe('blocked');
  });

  test('name no rule where they refuse', () => {
    expect(decided(egress(), { direction: 'egress', other: PUBLIC }).rules).toEqual([]);
  });

  test('name each rule that admits, and no other', () => {
    const { rules } = decided(egress('{ ports: [{ port: 81 }] }', '{ ports: [{ port: 80 }] }', '{}'), { direction: 'egress', other: PUBLIC });
    expect(rules.map(({ index }) => index)).toEqual([1, 2]);
  });
});

describe('a rule by the name of a port', () => {
  const BY_NAME = egress('{ ports: [{ port: http }] }');

  test.each<[string, Flow['other'], string]>([
    ['does not admit a public address, which no pod has', PUBLIC, 'blocked'],
    ['may admit an address that may be a pod', PRIVATE, 'unknown'],
    ['does not admit a host', { type: 'host' }, 'blocked'],
    ['does not admit the DNS of the node', { type: 'node-dns' }, 'blocked'],
    ['may admit an end of which nothing is known', { type: 'anything' }, 'unknown'],
  ])('%s', (_, other, expected) => expect(decided(BY_NAME, { direction: 'egress', other }).verdict).toBe(expected));
});

describe('blocks that together are all public addresses', () => {
  const half = (name: string, namespace: string, cidr: string): string =>
    policy(name, namespace, `{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [{ to: [{ ipBlock: { cidr: ${cidr} } }], ports: [{ port: 443 }] }] }`);
  const egressOf = (text: string): string => answer(networkOf(deployment('web', '""') + text), 'web', 'api.example.com:443').links.at(-1)!.verdict;

  test('admit a host by two policies that select the pods', () => {
    expect(egressOf(half('low', '""', '0.0.0.0/1') + half('high', '""', '128.0.0.0/1'))).toBe('allowed');
  });

  test('leave a host in doubt where one of the policies may not select the pods', () => {
    expect(egressOf(half('low', '""', '0.0.0.0/1') + half('high', 'shop', '128.0.0.0/1'))).toBe('unknown');
  });
});

test('a rule for everybody is in doubt by its port alone', () => {
  const text = deployment('web', 'shop') + service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80, targetPort: http }] }')
    + egress('{ ports: [{ port: 53, protocol: UDP }] }', '{ ports: [{ port: 8080 }] }');
  expect(answer(networkOf(text), 'web', 'store.data:80').links.find(({ kind }) => kind === 'egress')!.text)
    .toBe('egress rule 2 of NetworkPolicy shop/web admits the pods of Service data/store; whether on the port of the pods is not known');
});
