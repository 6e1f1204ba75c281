import { networkOf, policy } from './support/network';
import { Network, Policy } from '../../src/reachability';

const read = (spec: string): Policy => networkOf(policy('web', 'shop', spec)).policySet.policies[0];
const directions = (spec: string): string => [...read(spec).directions].sort().join(' ');

describe('a NetworkPolicy', () => {
  test.each([
    ['no policyTypes', '{ podSelector: {} }', 'ingress'],
    ['empty policyTypes', '{ policyTypes: [] }', 'ingress'],
    ['no policyTypes and egress rules', '{ egress: [{}] }', 'egress ingress'],
    ['no policyTypes and an empty list of egress rules', '{ egress: [] }', 'ingress'],
    ['policyTypes that name Egress alone', '{ policyTypes: [Egress] }', 'egress'],
    ['egress rules under Ingress', '{ policyTypes: [Ingress], egress: [{}] }', 'ingress'],
    ['policyTypes that the API server refuses', '{ policyTypes: [egress] }', ''],
  ])('with %s isolates for: %s', (_, spec, expected) => expect(directions(spec)).toBe(expected));

  test.each([
    ['missing', '{}', true], ['null', '{ podSelector: null }', true], ['empty', '{ podSelector: {} }', true], ['a text', '{ podSelector: all }', false],
    ['of a label', '{ podSelector: { matchLabels: { app: web } } }', false],
  ])('with a podSelector that is %s selects everything: %s', (_, spec, expected) => expect(read(spec).pods.everything).toBe(expected));

  test.each([
    ['missing', '{}'], ['empty', '{ from: [] }'], ['null', '{ from: null }'], ['nothing at all', 'null'],
  ])('admits every peer by a rule whose from is %s', (_, rule) => expect(read(`{ ingress: [${rule}] }`).ingress[0].peers).toBeUndefined());

  test('admits nothing by a rule that is a text', () => {
    expect(read('{ ingress: [all] }').ingress[0].peers).toEqual([{ type: 'nothing' }]);
  });

  test('is none in the group of another product', () => {
    const text = policy('web', 'shop', '{}').replace('networking.k8s.io/v1', 'crd.projectcalico.org/v1');
    expect(networkOf(text).policySet.policies).toEqual([]);
  });

  test('is none in a group of Kubernetes that has no such kind', () => {
    expect(networkOf(policy('web', 'shop', '{}').replace('networking.k8s.io/v1', 'v1')).policySet.policies).toEqual([]);
  });

  test.each([['to', '{ egress: [{ to: all }] }'], ['ports', '{ egress: [{ ports: 80 }] }']] as const)('admits nothing by a rule whose %s is no list', (field, spec) => {
    expect(read(spec).egress[0][field === 'to' ? 'peers' : 'ports']).toEqual([{ type: 'nothing' }]);
  });

  test('of the files replaces that of the state', () => {
    const network: Network = networkOf(policy('web', 'shop', '{ egress: [{}] }'), { state: policy('web', 'shop', '{}') });
    expect(network.policySet.policies.map(({ egress }) => egress.length)).toEqual([1]);
  });
});
