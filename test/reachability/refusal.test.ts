import { answer, deployment, namespaceObject, networkOf, policy, service, shownPlace } from './support/network';

const WORLD = deployment('web', 'shop') + deployment('store', 'data') + namespaceObject('data', { tier: 'back' })
  + service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80, targetPort: 8080 }] }');

/** Why the egress rules of a pod refuse, and where it stands. */
function refusal(rules: readonly string[], to = 'store.data:80'): string[] {
  const text = WORLD + policy('web', 'shop', `{ podSelector: {}, policyTypes: [Egress], egress: [${['{ ports: [{ port: 53, protocol: UDP }] }', ...rules].join(', ')}] }`);
  const link = answer(networkOf(text), 'web', to).links.find(({ kind }) => kind === 'egress')!;
  return [`${link.verdict} ${link.reason}`, shownPlace(link.place) ?? 'nowhere'];
}

const NOWHERE = 'NetworkPolicy/web spec.egress';
const RULE = 'NetworkPolicy/web spec.egress.1';

describe('a refusal', () => {
  test.each([
    ['by what the API server refuses', ['{ to: [{}] }'], ['blocked not-admitted', NOWHERE]],
    ['by a refused selector of namespaces', ['{ to: [{ namespaceSelector: all }] }'], ['blocked not-admitted', NOWHERE]],
    ['by a block whose exceptions leave nothing', ['{ to: [{ ipBlock: { cidr: 10.0.0.0/8, except: [10.0.0.0/8] } }] }'], ['blocked not-admitted', NOWHERE]],
    ['by other pods of another namespace', ['{ to: [{ podSelector: { matchLabels: { app: cache } } }] }'], ['blocked not-admitted', NOWHERE]],
    ['by another port', ['{ to: [{ namespaceSelector: {} }], ports: [{ port: 9090 }] }'], ['blocked not-admitted', RULE]],
    ['by the port of the Service', ['{ to: [{ namespaceSelector: {} }], ports: [{ port: 80 }] }'], ['blocked service-port-in-policy', RULE]],
    ['by the port of the Service, for other pods', ['{ to: [{ podSelector: {} }], ports: [{ port: 80 }] }'], ['blocked not-admitted', NOWHERE]],
    ['by another namespace', ['{ to: [{ podSelector: {} }] }'], ['blocked other-namespace', `${RULE}.to.0`]],
    ['by a label that the namespace has with another value', ['{ to: [{ namespaceSelector: { matchLabels: { tier: front } } }] }'], ['blocked other-namespace', `${RULE}.to.0`]],
    ['by one label that the namespace lacks beside one that it has', ['{ to: [{ namespaceSelector: { matchLabels: { tier: back, team: red } } }] }'], ['blocked namespace-label', `${RULE}.to.0`]],
    ['by a label that the namespace has and should not', ['{ to: [{ namespaceSelector: { matchExpressions: [{ key: tier, operator: DoesNotExist }] } }] }'], ['blocked other-namespace', `${RULE}.to.0`]],
  ])('%s says so', (_, rules, expected) => expect(refusal(rules)).toEqual(expected));

  test.each([
    ['an address', '8.8.8.8:443'], ['a host', 'api.example.com:443'],
  ])('of %s is of the whole list, even if a rule has another port', (_, to) => {
    expect(refusal(['{ to: [{ ipBlock: { cidr: 0.0.0.0/0 } }], ports: [{ port: 80 }] }'], to)).toEqual(['blocked not-admitted', NOWHERE]);
  });
});
