import { client, corrected, ingressPolicy, NATS_STATE, NATS_URL } from '../../support/policy-texts';

const QUOTES = client('quotes', NATS_URL);
const WEB_RULE = `    - from:
        - namespaceSelector:
            matchLabels: { kubernetes.io/metadata.name: web }
      ports:
        - { protocol: TCP, port: 4222 }
`;

/** The lines of a peer that admits a client of the namespace market. */
function peer(app: string): string[] {
  return ['+        - namespaceSelector:', '+            matchLabels:', '+              kubernetes.io/metadata.name: market',
    '+          podSelector:', '+            matchLabels:', `+              app: ${app}`];
}

describe('NET309 admits the client', () => {
  test('in the rule for the port', () => {
    expect(corrected('NET309', QUOTES + ingressPolicy('nats', WEB_RULE), { state: NATS_STATE })).toEqual(peer('quotes'));
  });

  test('by a rule of its own where others have other ports', () => {
    const rule = WEB_RULE.replace('4222', '8222');
    expect(corrected('NET309', QUOTES + ingressPolicy('nats', rule), { state: NATS_STATE }))
      .toEqual(['+    - from:', ...peer('quotes'), '+      ports:', '+        - protocol: TCP', '+          port: 4222']);
  });

  test('by a rule of its own where others have no port', () => {
    const rule = '    - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: web } } }]\n';
    expect(corrected('NET309', QUOTES + ingressPolicy('nats', rule), { state: NATS_STATE })).toContain('+    - from:');
  });

  test('by a rule of its own where others have more ports', () => {
    const rule = WEB_RULE.replace('        - { protocol: TCP, port: 4222 }', '        - { protocol: TCP, port: 4222 }\n        - { protocol: TCP, port: 8222 }');
    expect(corrected('NET309', QUOTES + ingressPolicy('nats', rule), { state: NATS_STATE })).toContain('+    - from:');
  });

  test('for each workload that needs the server, once', () => {
    const twin = client('quotes-blue', NATS_URL).replaceAll('app: quotes-blue', 'app: quotes');
    expect(corrected('NET309', QUOTES + twin + client('prices', NATS_URL) + ingressPolicy('nats', WEB_RULE), { state: NATS_STATE })).toEqual([...peer('quotes'), ...peer('prices')]);
  });

  test('by the labels of its pods where it has no selector, without those of a release', () => {
    const job = `---
apiVersion: batch/v1
kind: Job
metadata: { name: load, namespace: market }
spec:
  template:
    metadata: { labels: { app: load, version: "7" } }
    spec:
      restartPolicy: Never
      containers: [{ name: main, image: "registry.example.com/load:1.0.0", env: [{ name: NATS_URL, value: "${NATS_URL}" }] }]
`;
    expect(corrected('NET309', job + ingressPolicy('nats', WEB_RULE), { state: NATS_STATE })).toEqual(peer('load'));
  });

  test('beside the default deny of the namespace', () => {
    const deny = ingressPolicy('deny', '', '').replace('ingress:\n', 'ingress: []\n');
    expect(corrected('NET309', QUOTES + deny + ingressPolicy('nats', WEB_RULE), { state: NATS_STATE })).toEqual(peer('quotes'));
  });
});

describe('NET309 leaves to decide', () => {
  const DECISION = '? write an ingress rule for NATS at nats.messaging.svc.cluster.local:4222 that admits it for Deployment quotes (SERVER_URL), in ';

  test('the rule for a server that is named by its address', () => {
    const state = NATS_STATE.replace('spec:\n  selector', 'spec:\n  clusterIP: 10.96.0.7\n  selector');
    expect(corrected('NET309', client('quotes', 'nats://10.96.0.7:4222') + ingressPolicy('nats', WEB_RULE), { state })).toEqual([expect.stringContaining('? write an ingress rule for NATS at 10.96.0.7:4222')]);
  });

  test('which of several policies admits the client', () => {
    expect(corrected('NET309', QUOTES + ingressPolicy('nats', WEB_RULE) + ingressPolicy('clients', WEB_RULE), { state: NATS_STATE })).toEqual([`${DECISION}NetworkPolicy clients or NetworkPolicy nats`]);
  });

  test('the policy of pods that the namespace isolates', () => {
    const deny = ingressPolicy('deny', '', '').replace('ingress:\n', 'ingress: []\n');
    expect(corrected('NET309', QUOTES + deny, { state: NATS_STATE })).toEqual([`${DECISION}a policy of its pods`]);
  });

  test('what a policy without rules is for', () => {
    expect(corrected('NET309', QUOTES + ingressPolicy('nats', '').replace('ingress:\n', 'ingress: []\n'), { state: NATS_STATE })).toEqual([`${DECISION}a policy of its pods`]);
  });

  test('how a client without labels is told from others', () => {
    const bare = QUOTES.replace('  selector: { matchLabels: { app: quotes } }\n', '').replace('labels: { app: quotes }', 'labels: { release: "7" }');
    expect(corrected('NET309', bare + ingressPolicy('nats', WEB_RULE), { state: NATS_STATE })).toEqual([`${DECISION}NetworkPolicy nats`]);
  });

  test('the change of a policy that only the cluster holds', () => {
    expect(corrected('NET309', QUOTES, { state: NATS_STATE + ingressPolicy('nats', WEB_RULE) })).toEqual([
      '? have the owner of NetworkPolicy messaging/nats, which is in none of the files, admit NATS at nats.messaging.svc.cluster.local:4222 for Deployment quotes (SERVER_URL)',
    ]);
  });
});
