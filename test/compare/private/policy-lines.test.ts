import { policyLines, policyTypes } from '../../../src/compare/private/policy-lines';
import { Json, JsonObject } from '../../../src/manifest';

function policy(spec: Json): JsonObject {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p' }, spec };
}

function egress(...rules: Json[]): string[] {
  return policyLines(policy({ podSelector: {}, egress: rules }), 'egress');
}

const nats = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'nats' } } };

describe('policyLines', () => {
  test('a namespace chosen by name reads as such', () => {
    expect(egress({ to: [nats], ports: [{ port: 4222 }] })).toEqual(['namespace nats TCP 4222']);
  });

  test('a namespace chosen by another label reads differently', () => {
    expect(egress({ to: [{ namespaceSelector: { matchLabels: { name: 'nats' } } }], ports: [{ port: 4222 }] })).toEqual(['namespaces name=nats TCP 4222']);
  });

  test('pods and namespace of one peer are one condition', () => {
    expect(egress({ to: [{ ...nats, podSelector: { matchLabels: { b: '2', a: '1' } } }] })).toEqual(['pods a=1,b=2 in namespace nats all ports']);
  });

  test.each<[string, Json, string]>([
    ['pods without a namespace are those of the policy', { podSelector: { matchLabels: { app: 'web' } } }, 'pods app=web in namespace shop all ports'],
    ['all pods are the namespace', { podSelector: {} }, 'namespace shop all ports'],
    ['all pods of a namespace are the namespace', { podSelector: {}, ...nats }, 'namespace nats all ports'],
    ['a peer that is nobody is not the namespace', {}, ' all ports'],
    ['a block is no pod', { ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }, '10.0.0.0/8 all ports'],
  ])('%s', (_, peer, line) => {
    const object = policy({ podSelector: {}, egress: [{ to: [peer] }] });
    expect(policyLines({ ...object, metadata: { name: 'p', namespace: 'shop' } }, 'egress')).toEqual([line]);
  });

  test('pods of a policy that is left to kubectl apply -n have no namespace', () => {
    expect(egress({ to: [{ podSelector: {} }] })).toEqual(['pods * all ports']);
  });

  test('no peers are everyone', () => {
    expect([egress({ to: [], ports: [{ port: 80 }] }), egress({ ports: [{ port: 80 }] })]).toEqual([['anywhere TCP 80'], ['anywhere TCP 80']]);
  });

  test('an empty rule allows everything', () => {
    expect(egress({})).toEqual(['anywhere all ports']);
  });

  test('a rule with two ports is two rules with one', () => {
    const apart = egress({ to: [nats], ports: [{ port: 1 }] }, { to: [nats], ports: [{ port: 2 }] });
    expect(egress({ to: [nats], ports: [{ port: 2 }, { port: 1 }] })).toEqual(apart);
  });

  test('the order of excepted blocks means nothing', () => {
    expect(egress({ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['b', 'a'] } }] })).toEqual(['0.0.0.0/0 except a, b all ports']);
  });

  test('a range of ports and a protocol alone are kept', () => {
    expect(egress({ ports: [{ port: 1, endPort: 9 }, { protocol: 'UDP' }] })).toEqual(['anywhere TCP 1-9', 'anywhere UDP all ports']);
  });

  test('an expression is kept, whatever the order of its values', () => {
    expect(egress({ to: [{ podSelector: { matchExpressions: [{ key: 'a', operator: 'In', values: ['y', 'x'] }] } }] })).toEqual(['pods a In (x,y) all ports']);
  });
});

describe('policyTypes', () => {
  test('types that are not written are Ingress, and Egress where there are such rules', () => {
    expect([policyTypes(policy({})), policyTypes(policy({ egress: [{}] }))]).toEqual([['Ingress'], ['Ingress', 'Egress']]);
  });
});

test('a selector reads as its labels and expressions, with values or without', () => {
  const expressions = [{ key: 'tier', operator: 'Exists' }, { key: 'app', operator: 'In', values: ['b', 'a'] }];
  expect(egress({ to: [{ namespaceSelector: { matchExpressions: expressions } }] })).toEqual(['namespaces app In (a,b),tier Exists all ports']);
});

test('a rule or expression that is none reads as an empty one', () => {
  expect(egress(null, { to: [{ podSelector: { matchExpressions: [null] } }] })).toEqual(['anywhere all ports', expect.stringMatching(/^pods .*all ports$/)]);
});
