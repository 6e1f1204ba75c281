import { deployment, networkOf, policy, service, workload } from './support/network';
import { Network, parseIp } from '../../src/reachability';
import { decide } from '../../src/reachability/decide';
import { Doubt, doubtOf } from '../../src/reachability/doubt';
import { End } from '../../src/reachability/peer';

const SHOWN = deployment('store', 'data', { podSpec: '{ hostNetwork: true, containers: [{ name: main }] }' });
const BEHIND = service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80 }] }');

const behind = (network: Network): End => ({ type: 'pods', pods: network.podsBehind(network.set.service('data', 'store')!) });
const shown = (network: Network): End => ({ type: 'pods', pods: network.podsOf(workload(network, 'store')) });
const address = (): End => ({ type: 'address', ip: parseIp('10.1.2.3')!, outside: false });
const anything = (): End => ({ type: 'anything' });

/** What decides whether the egress rules of a pod admit the other end. */
function doubt(rules: readonly string[], other: (network: Network) => End, port: number | undefined, namespace = 'shop'): Doubt {
  const network = networkOf(`${deployment('web', namespace)}${SHOWN}${BEHIND}${policy('web', namespace, `{ podSelector: {}, policyTypes: [Egress], egress: [${rules.join(', ')}] }`)}`);
  const subject = network.podsOf(workload(network, 'web'));
  const decision = decide({ direction: 'egress', subject, other: other(network), protocol: 'TCP', port }, network.policySet.of(subject, 'egress'));
  return doubtOf(decision.rules, decision.flow)!;
}

const NAMED = 'namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: data } }';
const LABELLED = 'namespaceSelector: { matchLabels: { name: data } }';
const BLOCK = '{ ipBlock: { cidr: 10.0.0.0/8 } }';
const to = (...peers: string[]): string => `{ to: [${peers.join(', ')}] }`;
const BY_POD_LABEL = to(`{ ${NAMED}, podSelector: { matchLabels: { tier: back } } }`);
const BY_NODE = to(`{ ${NAMED} }`);
const BY_PORT = `{ to: [{ ${NAMED} }], ports: [{ port: http }] }`;

describe('of several doubts', () => {
  test.each<[string, string[], (network: Network) => End, number | undefined, Doubt['about']]>([
    ['the label of a namespace comes before labels of pods', [BY_POD_LABEL, to(`{ ${LABELLED} }`)], behind, 80, 'namespace-label'],
    ['the label of a namespace comes before the network of the node', [BY_NODE, to(`{ ${LABELLED} }`)], shown, 80, 'namespace-label'],
    ['the label of a namespace comes before the port', [BY_PORT, to(`{ ${LABELLED} }`)], behind, 80, 'namespace-label'],
    ['labels of pods come before the port', [BY_PORT, BY_POD_LABEL], behind, 80, 'pod-labels'],
    ['labels of pods come before addresses', [to(BLOCK), BY_POD_LABEL], behind, 80, 'pod-labels'],
    ['the port comes before addresses', [to(BLOCK), BY_PORT], behind, 80, 'port'],
    ['the network of the node comes before labels that a controller writes', [to(`{ ${NAMED}, podSelector: { matchLabels: { pod-template-hash: a } } }`), BY_NODE], shown, 80, 'node-network'],
    ['the port comes before whether an address is a pod', [to('{ namespaceSelector: {} }'), `{ to: [${BLOCK}], ports: [{ port: http }] }`], address, 80, 'port'],
    ['the port comes before what the endpoint is', [to(BLOCK), '{ ports: [{ port: 80 }] }'], anything, undefined, 'port'],
  ])('%s', (_, rules, other, port, about) => expect(doubt(rules, other, port).about).toBe(about));
});

describe('where a policy names no namespace', () => {
  test.each<[string, string, Doubt['about']]>([
    ['a peer without a namespaceSelector is in doubt by that', '{ podSelector: {} }', 'namespace-name'],
    ['a namespaceSelector is in doubt by the label of the other namespace', `{ ${LABELLED} }`, 'namespace-label'],
  ])('%s', (_, peer, about) => expect(doubt([to(peer)], behind, 80, '""').about).toBe(about));

  test('the label of a namespace comes before the name of one', () => {
    expect(doubt([to('{ podSelector: {} }', `{ ${LABELLED} }`)], behind, 80, '""').about).toBe('namespace-label');
  });

  test('a namespaceSelector is in doubt by the name of an unnamed namespace', () => {
    const network = networkOf(deployment('web', 'shop') + deployment('store', '""') + policy('web', 'shop', `{ podSelector: {}, egress: [${BY_NODE}] }`));
    const subject = network.podsOf(workload(network, 'web'));
    const { rules, flow } = decide({ direction: 'egress', subject, other: shown(network), protocol: 'TCP', port: 80 }, network.policySet.of(subject, 'egress'));
    expect(doubtOf(rules, flow)!.about).toBe('namespace-name');
  });
});

describe('a doubt about a port', () => {
  test('has a missing fact for its reason', () => {
    expect(doubt([BY_PORT], behind, 80).reason).toBe('not-known');
  });

  test('is of the rule, not of one of its peers', () => {
    expect(doubt([BY_PORT], behind, 80).peer).toBeUndefined();
  });

  test.each<[string, string, Doubt['reason']]>([
    ['leaves that of a label', `{ ${LABELLED} }`, 'namespace-label'],
    ['does not leave it to the block alone', BLOCK, 'not-known'],
  ])('beside one about the peer %s', (_, peer, reason) => {
    expect(doubt([`{ to: [${peer}], ports: [{ port: http }] }`], behind, 80).reason).toBe(reason);
  });
});
