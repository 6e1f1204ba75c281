import { client, corrected, DNS_RULE, egressPolicy } from '../../support/policy-texts';

/** A Service of the namespace market on port 80 whose pods listen on others. */
function orders(ports = '{ port: 80, targetPort: 8000 }', listens = '{ containerPort: 8000 }'): string {
  return `---
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: market }
spec: { selector: { app: orders }, ports: [${ports}] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders, namespace: market }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders } }
    spec: { containers: [{ name: main, image: "registry.example.com/orders:1.0.0", ports: [${listens}] }] }
`;
}

const WEB = client('web', 'http://orders.market.svc.cluster.local');

/** A rule to all pods of the namespace, or to those of a Service. */
function rule(port: string, peer = 'podSelector: {}'): string {
  return `    - to:
        - ${peer}
      ports:
        - protocol: TCP
          port: ${port}
`;
}

/** A policy for the pods of the Service. */
function ingress(port: string): string {
  return `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: orders-ingress, namespace: market }
spec:
  podSelector: { matchLabels: { app: orders } }
  policyTypes: [Ingress]
  ingress:
    - from: [{ podSelector: { matchLabels: { app: web } } }]
      ports:
        - protocol: TCP
          port: ${port}
`;
}

const PODS = 'podSelector: { matchLabels: { app: orders } }';

const REPLACED = ['-          port: 80', '+          port: 8000'];
const ADDED = ['+        - protocol: TCP', '+          port: 8000'];

describe('NET305 writes the port of the pods', () => {
  test('in the place of the port of the Service, for egress', () => {
    expect(corrected('NET305', WEB + egressPolicy('web', DNS_RULE + rule('80', PODS)), { state: orders() })).toEqual(REPLACED);
  });

  test('in the place of the port of the Service, for ingress', () => {
    expect(corrected('NET305', WEB + ingress('80'), { state: orders() })).toEqual(REPLACED);
  });

  test('where no client is known', () => {
    expect(corrected('NET305', ingress('80'), { state: orders() })).toEqual(REPLACED);
  });

  test.each([
    ['narrower pods', 'podSelector: { matchLabels: { app: orders, tier: web } }'],
    ['the pods by an expression', 'podSelector: { matchExpressions: [{ key: app, operator: In, values: [orders] }] }'],
    ['the pods and their namespace', `namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: market } }\n          ${PODS}`],
  ])('in the place of the port of the Service where the rule selects %s', (_, peer) => {
    const state = orders().replaceAll('{ app: orders } }\n    spec', '{ app: orders, tier: web } }\n    spec');
    expect(corrected('NET305', WEB + egressPolicy('web', DNS_RULE + rule('80', peer)), { state })).toEqual(REPLACED);
  });

  test.each([
    ['every pod of the namespace', 'podSelector: {}'],
    ['other pods too', `${PODS}\n        - podSelector: { matchLabels: { app: legacy } }`],
    ['pods by another label', 'podSelector: { matchLabels: { tier: web } }'],
    ['one of several names', 'podSelector: { matchExpressions: [{ key: app, operator: In, values: [orders, legacy] }] }'],
    ['other names', 'podSelector: { matchExpressions: [{ key: app, operator: NotIn, values: [legacy] }] }'],
    ['every namespace', `namespaceSelector: {}\n          ${PODS}`],
  ])('beside the port of the Service where the rule selects %s, of which nobody knows where they listen', (_, peer) => {
    const state = orders().replaceAll('{ app: orders } }\n    spec', '{ app: orders, tier: web } }\n    spec');
    expect(corrected('NET305', WEB + egressPolicy('web', DNS_RULE + rule('80', peer)), { state })).toEqual(ADDED);
  });

  test('beside the port of the Service where the policy for ingress selects other pods too', () => {
    const all = ingress('80').replace('{ matchLabels: { app: orders } }', '{}');
    expect(corrected('NET305', WEB + all, { state: orders() })).toEqual(ADDED);
  });

  test('beside a range that holds the port of the Service', () => {
    expect(corrected('NET305', WEB + egressPolicy('web', DNS_RULE + rule('80\n          endPort: 90')), { state: orders() })).toEqual(ADDED);
  });

  test('beside the port of the Service where other pods of the rule listen on it', () => {
    const other = orders(undefined, '{ containerPort: 80 }').split('---\n')[2].replace('name: orders', 'name: orders-blue');
    expect(corrected('NET305', WEB + egressPolicy('web', DNS_RULE + rule('80', PODS)), { state: `${orders()}---\n${other}` })).toEqual(ADDED);
  });

  test('beside the port of the Service where the rule is for every pod', () => {
    const open = '    - ports:\n        - protocol: TCP\n          port: 80\n';
    expect(corrected('NET305', WEB + egressPolicy('web', DNS_RULE + open), { state: orders() })).toEqual(ADDED);
  });

  test('beside the port of the Service where another Service of the rule leads to it', () => {
    const other = '---\napiVersion: v1\nkind: Service\nmetadata: { name: static, namespace: market }\nspec: { selector: { app: orders, tier: old }, ports: [{ port: 80 }] }\n';
    expect(corrected('NET305', WEB + egressPolicy('web', DNS_RULE + rule('80', PODS)), { state: orders() + other })).toEqual(ADDED);
  });

  test('in the place of the port of the Service where pods that the rule does not select listen on it', () => {
    const other = orders(undefined, '{ containerPort: 80 }').replaceAll('orders', 'static');
    const text = WEB + egressPolicy('web', DNS_RULE + rule('80', PODS));
    expect(corrected('NET305', text, { state: orders() + other })).toEqual(REPLACED);
  });

  test('beside the port of the Service where the pods of the policy listen on both', () => {
    const state = orders('{ port: 80, targetPort: 8000 }', '{ containerPort: 8000 }, { containerPort: 80 }');
    expect(corrected('NET305', WEB + ingress('80'), { state })).toEqual(ADDED);
  });
});

describe('NET305 leaves to decide', () => {
  test('the ports of pods that listen on several', () => {
    const twin = orders(undefined, '{ name: http, containerPort: 9000 }').split('---\n')[2].replace('name: orders', 'name: orders-blue');
    const state = `${orders('{ port: 80, targetPort: http }', '{ name: http, containerPort: 8000 }')}---\n${twin}`;
    expect(corrected('NET305', WEB + egressPolicy('web', DNS_RULE + rule('80')), { state })).toEqual([
      '? write the ports on which the pods behind the Service listen in the rule of NetworkPolicy web-egress',
    ]);
  });

  test('the change of a policy that only the cluster holds', () => {
    expect(corrected('NET305', WEB, { state: orders() + egressPolicy('web', DNS_RULE + rule('80')) })).toEqual([
      '? have the owner of NetworkPolicy market/web-egress, which is in none of the files, admit port 8000 instead of 80',
    ]);
  });
});
