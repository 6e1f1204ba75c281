import { client, corrected, DNS_RULE, egressPolicy, NATS_STATE, NATS_URL } from '../../support/policy-texts';

const QUOTES = client('quotes', NATS_URL);
const TELEMETRY = `---
apiVersion: v1
kind: Namespace
metadata: { name: telemetry }
---
apiVersion: v1
kind: Service
metadata: { name: nats, namespace: telemetry }
spec: { selector: { app: nats }, ports: [{ port: 4222 }] }
`;

/** What the correction makes of a peer of a rule for port 4222, with more entries of its `to` and of its `ports`. */
function ofPeer(peer: string, ports = '', others = ''): string[] {
  const rule = `    - to:
        - ${peer}
${others}      ports:
        - protocol: TCP
          port: 4222
${ports}`;
  return corrected('NET303', QUOTES + egressPolicy('quotes', DNS_RULE + rule), { state: NATS_STATE + TELEMETRY });
}

describe('NET303 corrects the namespace of a rule that is for the endpoint alone', () => {
  test('by its value where it is selected by the name', () => {
    expect(ofPeer('namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: telemetry } }'))
      .toEqual(['-        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: telemetry } }', '+        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: messaging } }']);
  });

  test('by its value and the label where another label stands for the name', () => {
    expect(ofPeer('namespaceSelector: { matchLabels: { name: telemetry } }'))
      .toEqual(['-        - namespaceSelector: { matchLabels: { name: telemetry } }', '+        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: messaging } }']);
  });

  test('by a namespaceSelector beside pods of the own namespace', () => {
    expect(ofPeer('podSelector:\n            matchLabels: { app: nats }'))
      .toEqual(['+          namespaceSelector:', '+            matchLabels:', '+              kubernetes.io/metadata.name: messaging']);
  });
});

describe('NET303 adds a rule beside one that', () => {
  const ADDED = ['+    - to:', '+        - namespaceSelector:', '+            matchLabels:', '+              kubernetes.io/metadata.name: messaging', '+          podSelector:',
    '+            matchLabels:', '+              app: nats', '+      ports:', '+        - protocol: TCP', '+          port: 4222'];

  test('has another port', () => {
    expect(ofPeer('podSelector: { matchLabels: { app: nats } }', '        - { protocol: TCP, port: 8222 }\n')).toEqual(ADDED);
  });

  test('has another peer', () => {
    expect(ofPeer('podSelector: { matchLabels: { app: nats } }', '', '        - podSelector: { matchLabels: { app: web } }\n')).toEqual(ADDED);
  });

  test.each([
    'matchLabels: { kubernetes.io/metadata.name: telemetry }, matchExpressions: [{ key: kubernetes.io/metadata.name, operator: Exists }]',
    'matchExpressions: [{ key: kubernetes.io/metadata.name, operator: In, values: [telemetry] }]',
    'matchLabels: { kubernetes.io/metadata.name: telemetry, name: telemetry }',
  ])('selects namespaces by %s', (selector) => {
    expect(ofPeer(`namespaceSelector: { ${selector} }`)).toEqual(ADDED);
  });

  test('lets another need through', () => {
    const both = client('quotes', `${NATS_URL},nats://nats.telemetry.svc.cluster.local:4222`);
    const rule = `    - to:
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: telemetry } }
      ports:
        - protocol: TCP
          port: 4222
`;
    expect(corrected('NET303', both + egressPolicy('quotes', DNS_RULE + rule), { state: NATS_STATE + TELEMETRY })).toEqual(ADDED);
  });

  test('is for servers of several namespaces', () => {
    const both = client('quotes', `${NATS_URL},nats://nats.backup.svc.cluster.local:4222`);
    const rule = `    - to:
        - podSelector: { matchLabels: { app: nats } }
      ports:
        - protocol: TCP
          port: 4222
`;
    const state = NATS_STATE + TELEMETRY.replaceAll('telemetry', 'backup');
    expect(corrected('NET303', both + egressPolicy('quotes', DNS_RULE + rule), { state }).filter(line => line === '+    - to:')).toHaveLength(2);
  });

  test('only comes near because the Service is not known', () => {
    expect(corrected('NET303', QUOTES + egressPolicy('quotes', DNS_RULE))).toEqual(ADDED.filter((_, i) => i < 4 || i > 6));
  });
});

test('NET303 adds a rule for all pods of the namespace of the policy where the server there is not known', () => {
  expect(corrected('NET303', client('quotes', 'nats://nats:4222') + egressPolicy('quotes', DNS_RULE)).slice(0, 2)).toEqual(['+    - to:', '+        - podSelector: {}']);
});

test('NET303 leaves to decide the change of a policy that only the cluster holds', () => {
  const rule = '    - to: [{ podSelector: { matchLabels: { app: nats } } }]\n      ports: [{ protocol: TCP, port: 4222 }]\n';
  expect(corrected('NET303', QUOTES, { state: NATS_STATE + egressPolicy('quotes', DNS_RULE + rule) })).toEqual([
    '? have the owner of NetworkPolicy market/quotes-egress, which is in none of the files, admit NATS at nats.messaging.svc.cluster.local:4222 for Deployment quotes',
  ]);
});
