import { client, corrected, DNS_RULE, egressPolicy, ingressPolicy, NATS_STATE, NATS_URL } from '../../support/policy-texts';

const QUOTES = client('quotes', NATS_URL);

/** What the correction makes of the namespaceSelector of a rule for NATS. */
function ofSelector(selector: string, state = NATS_STATE): string[] {
  const rule = `    - to:
        - namespaceSelector:
            ${selector}
      ports: [{ protocol: TCP, port: 4222 }]
`;
  return corrected('NET304', QUOTES + egressPolicy('quotes', DNS_RULE + rule), { state });
}

describe('NET304 writes the label that each namespace has', () => {
  test.each(['name', 'namespace'])('in the place of %s', (label) => {
    expect(ofSelector(`matchLabels: { ${label}: messaging } # the server`)).toEqual([
      `-            matchLabels: { ${label}: messaging } # the server`, '+            matchLabels: { kubernetes.io/metadata.name: messaging } # the server',
    ]);
  });

  test('in an expression', () => {
    expect(ofSelector('matchExpressions: [{ key: name, operator: In, values: [messaging] }]')).toEqual([
      '-            matchExpressions: [{ key: name, operator: In, values: [messaging] }]',
      '+            matchExpressions: [{ key: kubernetes.io/metadata.name, operator: In, values: [messaging] }]',
    ]);
  });

  test('alone where the other one stands beside it', () => {
    expect(ofSelector('matchLabels: { kubernetes.io/metadata.name: messaging, name: messaging }')).toEqual([
      '-            matchLabels: { kubernetes.io/metadata.name: messaging, name: messaging }', '+            matchLabels: { kubernetes.io/metadata.name: messaging }',
    ]);
  });

  test('in an expression beside one that has it', () => {
    expect(ofSelector('matchExpressions: [{ key: kubernetes.io/metadata.name, operator: Exists }, { key: name, operator: In, values: [messaging] }]')).toHaveLength(2);
  });

  test('where the namespace of the server has labels that are not known', () => {
    const [, serverOnly] = NATS_STATE.split('---\n').slice(1);
    expect(ofSelector('matchLabels: { name: messaging }', serverOnly)).toHaveLength(2);
  });

  test('for the DNS', () => {
    const rule = DNS_RULE.replace('kubernetes.io/metadata.name', 'name');
    const system = '---\napiVersion: v1\nkind: Namespace\nmetadata: { name: kube-system }\n'
      + '---\napiVersion: v1\nkind: Service\nmetadata: { name: kube-dns, namespace: kube-system }\nspec: { selector: { k8s-app: kube-dns }, ports: [{ port: 53, protocol: UDP }] }\n';
    expect(corrected('NET304', QUOTES + egressPolicy('quotes', rule), { state: system })).toEqual([
      '-        - namespaceSelector: { matchLabels: { name: kube-system } }', '+        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }',
    ]);
  });

  test('for a client, in the policy of the server', () => {
    const market = '---\napiVersion: v1\nkind: Namespace\nmetadata: { name: market }\n';
    const text = QUOTES + ingressPolicy('nats', '    - from: [{ namespaceSelector: { matchLabels: { name: market } } }]\n');
    expect(corrected('NET304', text, { state: NATS_STATE + market })).toHaveLength(2);
  });

  test('in a policy that nobody is known to need, for a namespace that exists', () => {
    const text = egressPolicy('other', '    - to: [{ namespaceSelector: { matchLabels: { name: messaging } } }]\n');
    expect(corrected('NET304', text, { state: NATS_STATE })).toHaveLength(2);
    expect(corrected('NET304', text + client('quotes', '').replace('namespace: market', 'namespace: messaging'))).toHaveLength(2);
  });
});

describe('NET304 leaves to decide', () => {
  const DECISION = '? select namespace messaging by kubernetes.io/metadata.name in NetworkPolicy quotes-egress, or give it the label';

  test.each([
    'matchLabels: { team: brokers }',
    'matchLabels: { name: messaging, team: brokers }',
    'matchLabels: { name: messaging, namespace: brokers }',
    'matchExpressions: [{ key: name, operator: Exists }]',
    'matchExpressions: [{ key: name, operator: In, values: [messaging, brokers] }]',
  ])('which namespace is meant by %s', (selector) => {
    expect(ofSelector(selector)).toEqual([DECISION]);
  });

  test('a namespace that is not known to exist', () => {
    expect(corrected('NET304', egressPolicy('other', '    - to: [{ namespaceSelector: { matchLabels: { name: brokers } } }]\n'))).toEqual([
      '? say which namespaces name=brokers means: select them by kubernetes.io/metadata.name, or give them the label',
    ]);
  });

  test('a rule that would admit the servers of several namespaces', () => {
    const text = client('quotes', `${NATS_URL},nats://nats.backup.svc.cluster.local:4222`)
      + egressPolicy('quotes', `${DNS_RULE}    - to: [{ namespaceSelector: { matchLabels: { team: brokers } } }]\n`);
    expect(corrected('NET304', text, { state: NATS_STATE + NATS_STATE.replaceAll('messaging', 'backup') })).toEqual([
      '? select namespace messaging or backup by kubernetes.io/metadata.name in NetworkPolicy quotes-egress, or give it the label',
    ]);
  });

  test('which of two names is meant', () => {
    const text = egressPolicy('other', '    - to: [{ namespaceSelector: { matchLabels: { name: messaging, namespace: backup } } }]\n');
    expect(corrected('NET304', text, { state: NATS_STATE + NATS_STATE.replaceAll('messaging', 'backup') })).toEqual([
      '? say which namespaces name=messaging, namespace=backup means: select them by kubernetes.io/metadata.name, or give them the label',
    ]);
  });

  test('a rule that may admit the servers of several namespaces', () => {
    const [, service] = NATS_STATE.split('---\n').slice(1);
    const text = client('quotes', `${NATS_URL},nats://nats.backup.svc.cluster.local:4222`)
      + egressPolicy('quotes', `${DNS_RULE}    - to: [{ namespaceSelector: { matchLabels: { name: messaging } } }]\n`);
    expect(corrected('NET304', text, { state: `${service}---\n${service.replaceAll('messaging', 'backup')}` })).toEqual([
      '? select namespace messaging or backup by kubernetes.io/metadata.name in NetworkPolicy quotes-egress, or give it the label',
    ]);
  });

  test('the change of a policy that only the cluster holds', () => {
    const policy = egressPolicy('quotes', `${DNS_RULE}    - to: [{ namespaceSelector: { matchLabels: { name: messaging } } }]\n`);
    expect(corrected('NET304', QUOTES, { state: NATS_STATE + policy })).toEqual([
      '? have the owner of NetworkPolicy market/quotes-egress, which is in none of the files, select namespace messaging by kubernetes.io/metadata.name',
    ]);
  });
});
