import { answer, deciding, denyAll, deployment, namespaceObject, networkOf, policy, service, shownPlace } from './support/network';

const STORE = deployment('store', 'data', { podSpec: '{ containers: [{ name: main, image: main, ports: [{ name: http, containerPort: 8080 }] }] }' })
  + service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80, targetPort: 8080 }] }');
const WEB = deployment('web', 'shop');
const BY_NAME = '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: data } } }';

/** The egress link for a rule whose peers and ports are given. */
function egress(peer: string, port = '{ port: 8080 }', around = ''): { verdict: string; reason: string; text: string; fix?: string; place?: string } {
  const rules = `[{ ports: [{ port: 53, protocol: UDP }] }, { to: [${peer}], ports: [${port}] }]`;
  const text = WEB + STORE + around + policy('web', 'shop', `{ podSelector: {}, policyTypes: [Egress], egress: ${rules} }`);
  const link = answer(networkOf(text), 'web', 'store.data:80').links.find(({ kind }) => kind === 'egress')!;
  return { verdict: link.verdict, reason: link.reason, text: link.text, fix: link.fix, place: shownPlace(link.place) };
}

describe('a flow that is admitted', () => {
  test('names the rule', () => {
    expect(egress(BY_NAME)).toEqual({
      verdict: 'allowed', reason: 'open', text: 'egress rule 2 of NetworkPolicy shop/web admits TCP 8080 to data/store[Deployment]', place: 'NetworkPolicy/web spec.egress.1',
    });
  });

  test.each([
    ['a named port of the pods', BY_NAME, '{ port: http }'],
    ['a range', BY_NAME, '{ port: 8000, endPort: 8100 }'],
    ['a protocol without a port', BY_NAME, '{ protocol: TCP }'],
    ['an empty selector of namespaces', '{ namespaceSelector: {} }', '{ port: 8080 }'],
  ])('by %s', (_, peer, port) => expect(egress(peer, port).verdict).toBe('allowed'));
});

describe('a flow that is refused', () => {
  test('says that the rule has the port of the Service', () => {
    const { reason, fix } = egress(BY_NAME, '{ port: 80 }');
    expect([reason, fix]).toEqual(['service-port-in-policy', 'write port 8080 in the rule']);
  });

  test('says that the rule is for another namespace, and for which', () => {
    const { reason, text } = egress('{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: other } } }');
    expect([reason, text]).toEqual(['other-namespace',
      'egress rule 2 of NetworkPolicy shop/web admits TCP 8080 to namespaces with kubernetes.io/metadata.name=other, and data/store[Deployment] is in namespace data']);
  });

  test('says that a selector of pods alone is for the namespace of the policy', () => {
    expect(egress('{ podSelector: { matchLabels: { app: store } } }').text).toContain('to pods of its own namespace only');
  });

  test('says that the namespace lacks the label, and the one that each namespace has', () => {
    const link = egress('{ namespaceSelector: { matchLabels: { name: data } } }', '{ port: 8080 }', namespaceObject('data'));
    expect(link).toEqual({
      verdict: 'blocked',
      reason: 'namespace-label',
      place: 'NetworkPolicy/web spec.egress.1.to.0',
      fix: 'select the namespace by kubernetes.io/metadata.name=data',
      text: 'egress rule 2 of NetworkPolicy shop/web selects namespaces by name=data, which namespace data does not have',
    });
  });

  test('takes a label with another value for another namespace', () => {
    const link = egress('{ namespaceSelector: { matchLabels: { name: other } } }', '{ port: 8080 }', namespaceObject('data', { name: 'data' }));
    expect(link.reason).toBe('other-namespace');
  });

  test('says that no rule admits it where pods and namespace are right and the port is not', () => {
    const { reason, fix } = egress(BY_NAME, '{ port: 9090 }');
    expect([reason, fix]).toEqual(['not-admitted', 'add a rule that admits TCP 8080 to namespaceSelector kubernetes.io/metadata.name=data and podSelector app=store']);
  });

  test('tells a policy without rules from a default that nobody lifts', () => {
    const text = WEB + STORE + denyAll('shop');
    const own = policy('web', 'shop', '{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress] }');
    expect([deciding(networkOf(text), 'web', '8.8.8.8:443'), deciding(networkOf(text + own), 'web', '8.8.8.8:443')])
      .toEqual(['blocked at egress: not-selected', 'blocked at egress: no-rules']);
  });
});

describe('the policies of a flow that is refused', () => {
  const rule = '[{ ports: [{ port: 53, protocol: UDP }] }]';
  const named = (names: string[]): string => names.map(name => policy(name, 'shop', `{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: ${rule} }`)).join('');

  test.each([
    ['two are named', ['a', 'b'], 'no rule of NetworkPolicy shop/a and NetworkPolicy shop/b admits TCP 8080 to data/store[Deployment]'],
    ['more are counted', ['a', 'b', 'c'], 'no rule of the 3 policies of shop/web[Deployment] admits TCP 8080 to data/store[Deployment]'],
  ])('%s', (_, names, text) => {
    expect(answer(networkOf(WEB + STORE + named(names)), 'web', 'store.data:80').links.find(({ kind }) => kind === 'egress')!.text).toBe(text);
  });

  test('are to admit pods of a namespace that nobody gave by some selector of it', () => {
    const text = deployment('web', '""') + STORE + policy('store', 'data', '{ podSelector: { matchLabels: { app: store } } }');
    expect(answer(networkOf(text), 'web', 'store.data:80').deciding.fix).toBe('add a rule that admits TCP 8080 from a namespaceSelector and podSelector app=web');
  });
});

describe('a flow in doubt', () => {
  test('depends on a label of a namespace that no manifest shows', () => {
    const { verdict, reason, fix } = egress('{ namespaceSelector: { matchLabels: { name: data } } }');
    expect([verdict, reason, fix]).toEqual(['unknown', 'namespace-label', 'select the namespace by kubernetes.io/metadata.name=data']);
  });

  test('depends on the network plugin where only addresses are admitted', () => {
    const { verdict, reason, fix } = egress('{ ipBlock: { cidr: 10.0.0.0/8 } }');
    expect([verdict, reason, fix]).toEqual(['unknown', 'ip-block-only', 'admit TCP 8080 to namespaceSelector kubernetes.io/metadata.name=data and podSelector app=store']);
  });

  test('is about the label before it is about the addresses', () => {
    expect(egress('{ ipBlock: { cidr: 10.0.0.0/8 } }, { namespaceSelector: { matchLabels: { name: data } } }').reason).toBe('namespace-label');
  });

  test('depends on the name of a namespace that nobody gave', () => {
    const text = deployment('web', '""') + STORE + policy('web', '""', '{ podSelector: {}, egress: [{ to: [{ podSelector: { matchLabels: { app: store } } }] }, { ports: [{ port: 53, protocol: UDP }] }] }');
    expect(answer(networkOf(text), 'web', 'store.data:80').deciding.fix).toBe('give the namespace in the manifests or by --namespace');
  });

  test('depends on labels that the selector of a Service does not show', () => {
    const text = WEB + service('store', 'shop', '{ selector: { app: store }, ports: [{ port: 80 }] }')
      + policy('web', 'shop', '{ podSelector: { matchLabels: { app: web } }, egress: [{ ports: [{ port: 53, protocol: UDP }] }, { to: [{ podSelector: { matchLabels: { app: store, tier: back } } }] }] }');
    expect(deciding(networkOf(text), 'web', 'store:80')).toBe('unknown at egress: not-known');
  });

  test('depends on whether a policy selects pods that only a Service shows', () => {
    const text = WEB + service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80 }] }') + policy('back', 'data', '{ podSelector: { matchLabels: { tier: back } } }');
    expect(answer(networkOf(text), 'web', 'store.data:80').deciding.text).toContain('whether NetworkPolicy data/back selects');
  });
});

describe('policies that may select pods which only a Service shows', () => {
  const back = (name: string, ingress: string): string => policy(name, 'data', `{ podSelector: { matchLabels: { tier: back } }, ingress: ${ingress} }`);
  const verdict = (policies: string): string =>
    answer(networkOf(WEB + service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80 }] }') + policies), 'web', 'store.data:80').verdict;

  test('close nothing where each of them admits the flow', () => {
    expect(verdict(back('a', '[{}]') + back('b', '[{ from: [{ namespaceSelector: {} }] }]'))).toBe('allowed');
  });

  test('leave it open where one of them does not', () => {
    expect(verdict(back('a', '[{}]') + back('b', '[]'))).toBe('unknown');
  });
});

describe('a policy of a named namespace', () => {
  const web = deployment('web', '""');
  const closing = policy('web', 'shop', '{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [{ ports: [{ port: 53, protocol: UDP }] }] }');

  test('may select pods whose namespace nobody gave', () => {
    expect(answer(networkOf(web + STORE + closing), 'web', '8.8.8.8:443').deciding).toMatchObject({
      verdict: 'unknown',
      text: 'whether NetworkPolicy shop/web selects web[Deployment] depends on its namespace, which the manifests do not name',
      fix: 'give the namespace in the manifests or by --namespace',
    });
  });

  test('does not select such pods by labels that they do not have', () => {
    expect(answer(networkOf(deployment('other', '""') + closing), 'other', '8.8.8.8:443').verdict).toBe('allowed');
  });

  test('does not select pods of another one', () => {
    expect(answer(networkOf(deployment('web', 'data') + closing), 'web', '8.8.8.8:443').verdict).toBe('allowed');
  });

  test('that may select them does not close what it admits', () => {
    const text = web + STORE + policy('web', 'shop', '{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [{}] }');
    expect(answer(networkOf(text), 'web', '8.8.8.8:443').verdict).toBe('allowed');
  });

  test('that may select them beside one that certainly does is said to be in doubt', () => {
    const text = web + policy('all', '""', '{ podSelector: {}, policyTypes: [Egress] }') + policy('web', 'shop', '{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [{}] }');
    expect(answer(networkOf(text), 'web', '8.8.8.8:443').deciding.text).toBe('whether NetworkPolicy shop/web selects web[Deployment] depends on its namespace, which the manifests do not name');
  });
});

describe('the rule that an answer names', () => {
  const back = (name: string, ingress: string): string => policy(name, 'data', `{ podSelector: { matchLabels: { tier: back } }, ingress: ${ingress} }`);

  test('is one that admits the flow, not one that may', () => {
    const text = WEB + service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80 }] }')
      + back('back', '[{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }, { from: [{ namespaceSelector: {} }] }]');
    expect(answer(networkOf(text), 'web', 'store.data:80').deciding.text).toBe('ingress rule 2 of NetworkPolicy data/back admits TCP 80 from shop/web[Deployment]');
  });

  test('is not said to admit pods where it has addresses only and a port that is not known', () => {
    const text = WEB + service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80, targetPort: http }] }')
      + policy('web', 'shop', '{ podSelector: {}, egress: [{ ports: [{ port: 53, protocol: UDP }] }, { to: [{ ipBlock: { cidr: 10.0.0.0/8 } }], ports: [{ port: 8080 }] }] }');
    const link = answer(networkOf(text), 'web', 'store.data:80').links.find(({ kind }) => kind === 'egress')!;
    expect([link.reason, link.text]).toEqual(['not-known',
      'egress rule 2 of NetworkPolicy shop/web admits addresses only; whether that holds for the pods of Service data/store depends on the network plugin']);
  });

  test('is in doubt by its port where it certainly admits the pods', () => {
    const text = WEB + service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80, targetPort: http }] }')
      + policy('web', 'shop', `{ podSelector: {}, egress: [{ ports: [{ port: 53, protocol: UDP }] }, { to: [{ ipBlock: { cidr: 10.0.0.0/8 } }, ${BY_NAME}], ports: [{ port: 8080 }] }] }`);
    const link = answer(networkOf(text), 'web', 'store.data:80').links.find(({ kind }) => kind === 'egress')!;
    expect(link.text).toBe('egress rule 2 of NetworkPolicy shop/web admits the pods of Service data/store; whether on the port of the pods is not known');
  });

  test('may admit an endpoint of which nothing is known', () => {
    const text = WEB + policy('web', 'shop', `{ podSelector: {}, egress: [{ ports: [{ port: 53, protocol: UDP }] }, { to: [${BY_NAME}] }] }`);
    const link = answer(networkOf(text), 'web', ':3306').links.find(({ kind }) => kind === 'egress')!;
    expect([link.verdict, link.text]).toEqual(['unknown',
      'egress rule 2 of NetworkPolicy shop/web admits some pods or addresses; whether an address that is not known is one of them is not known']);
  });
});

describe('pods in the network of their node', () => {
  const host = (name: string, namespace: string): string => deployment(name, namespace, { podSpec: '{ hostNetwork: true, dnsPolicy: ClusterFirstWithHostNet, containers: [{ name: main, image: main }] }' });

  test('are not limited by policies', () => {
    expect(answer(networkOf(host('web', 'shop') + STORE + denyAll('shop')), 'web', 'store.data:80').verdict).toBe('allowed');
  });

  test('are usually not found by selectors', () => {
    const text = WEB + host('store', 'data') + service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80 }] }')
      + policy('web', 'shop', `{ podSelector: {}, egress: [{ ports: [{ port: 53, protocol: UDP }] }, { to: [${BY_NAME}] }] }`);
    expect(answer(networkOf(text), 'web', 'store.data:80').deciding.text).toContain('which runs in the network of its node');
  });

  test('may be on the node of the pod that they want to reach', () => {
    const text = host('web', 'shop') + STORE + policy('store', 'data', '{ podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] }');
    expect(deciding(networkOf(text), 'web', 'store.data:80')).toBe('unknown at ingress: not-known');
  });
});

describe('ingress', () => {
  const ingress = (podSelector: string, ports = ''): string => policy('store', 'data', `{ podSelector: ${podSelector}, ingress: [{ from: [{ namespaceSelector: {} }]${ports} }] }`);

  test('by a named port is for the port that the destination gives the name', () => {
    const client = deployment('web', 'shop', { podSpec: '{ containers: [{ name: main, ports: [{ name: http, containerPort: 9999 }] }] }' });
    expect(answer(networkOf(client + STORE + ingress('{}', ', ports: [{ port: http }]')), 'web', 'store.data:80').verdict).toBe('allowed');
  });

  test('by a policy that may not select the pods is in doubt under a default deny', () => {
    const behind = service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80 }] }');
    const text = WEB + behind + denyAll('data') + ingress('{ matchLabels: { tier: back } }');
    expect(answer(networkOf(text), 'web', 'store.data:80').links.at(-1)!.verdict).toBe('unknown');
  });
});
