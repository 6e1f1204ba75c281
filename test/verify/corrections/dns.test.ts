import { client, corrected, egressPolicy, NATS_STATE, NATS_URL } from '../../support/policy-texts';

const NATS_RULE = `    - to:
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: messaging } }
      ports:
        - protocol: TCP
          port: 4222
`;

const ADDED = [
  '+    - to:',
  '+        - namespaceSelector:',
  '+            matchLabels:',
  '+              kubernetes.io/metadata.name: kube-system',
  '+          podSelector:',
  '+            matchLabels:',
  '+              k8s-app: kube-dns',
  '+      ports:',
  '+        - protocol: UDP',
  '+          port: 53',
  '+        - protocol: TCP',
  '+          port: 53',
];

const QUOTES = client('quotes', NATS_URL);

/** The Service of the cluster's DNS. */
function dnsService(ports: string, selector = '{ dns: default }'): string {
  return `---
apiVersion: v1
kind: Service
metadata: { name: kube-dns, namespace: kube-system }
spec: { selector: ${selector}, ports: [${ports}] }
`;
}

describe('NET307 adds a rule for DNS', () => {
  test('over UDP and TCP to the pods where it usually runs', () => {
    expect(corrected('NET307', QUOTES + egressPolicy('quotes', NATS_RULE), { state: NATS_STATE })).toEqual(ADDED);
  });

  test('to the pods of its Service on their port', () => {
    const state = NATS_STATE + dnsService('{ port: 53, protocol: UDP, targetPort: 5353 }, { port: 53, protocol: TCP, targetPort: 5353 }');
    expect(corrected('NET307', QUOTES + egressPolicy('quotes', NATS_RULE), { state }))
      .toEqual(ADDED.map(line => line.replace('k8s-app: kube-dns', 'dns: default').replace('53', '5353')));
  });

  test('over both where its Service lists TCP alone', () => {
    const state = NATS_STATE + dnsService('{ port: 53, protocol: TCP, targetPort: 53 }', '{ k8s-app: kube-dns }');
    expect(corrected('NET307', QUOTES + egressPolicy('quotes', NATS_RULE), { state })).toEqual(ADDED);
  });

  test('once to a policy of two workloads', () => {
    const text = client('quotes', NATS_URL, 'tier: api') + client('prices', NATS_URL, 'tier: api') + egressPolicy('tier', NATS_RULE, 'matchLabels: { tier: api }');
    expect(corrected('NET307', text, { state: NATS_STATE })).toEqual(ADDED);
  });

  test('beside a rule that admits these pods on another port', () => {
    const other = '    - to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } } }]\n      ports: [{ protocol: TCP, port: 443 }]\n';
    expect(corrected('NET307', QUOTES + egressPolicy('quotes', other + NATS_RULE), { state: NATS_STATE })).toEqual(ADDED);
  });

  test('to the DNS of the cluster for pods that ask other servers as well', () => {
    const text = QUOTES.replace('    spec:', '    spec:\n      dnsConfig: { nameservers: [192.0.2.53] }');
    expect(corrected('NET307', text + egressPolicy('quotes', NATS_RULE), { state: NATS_STATE })).toEqual(ADDED);
  });

  test('to the DNS of the cluster for pods that name it among others', () => {
    const text = QUOTES.replace('    spec:', '    spec:\n      dnsPolicy: None\n      dnsConfig: { nameservers: [10.96.0.10, 192.0.2.53] }');
    const state = NATS_STATE + dnsService('{ port: 53, protocol: UDP }', '{ k8s-app: kube-dns }').replace('spec: {', 'spec: { clusterIP: 10.96.0.10,');
    expect(corrected('NET307', text + egressPolicy('quotes', NATS_RULE), { state })).toEqual(ADDED);
  });

  test('not to a policy that admits nothing, where another one of the workload does', () => {
    const closed = egressPolicy('closed', '', 'matchLabels: { app: quotes }').replace('egress:\n', 'egress: []\n');
    expect(corrected('NET307', QUOTES + closed + egressPolicy('quotes', NATS_RULE), { state: NATS_STATE })).toEqual(ADDED);
  });
});

describe('NET307 completes a rule that is for DNS alone', () => {
  test('by UDP beside TCP', () => {
    const rule = '    - to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } } }]\n      ports:\n        - protocol: TCP\n          port: 53\n';
    expect(corrected('NET307', QUOTES + egressPolicy('quotes', rule + NATS_RULE), { state: NATS_STATE })).toEqual(['+        - protocol: UDP', '+          port: 53']);
  });

  test('by the namespace of the DNS', () => {
    const rule = '    - to:\n        - podSelector:\n            matchLabels: { k8s-app: kube-dns }\n      ports: [{ protocol: UDP, port: 53 }]\n';
    expect(corrected('NET307', QUOTES + egressPolicy('quotes', rule + NATS_RULE), { state: NATS_STATE + dnsService('{ port: 53, protocol: UDP }', '{ k8s-app: kube-dns }') }))
      .toEqual(['+          namespaceSelector:', '+            matchLabels:', '+              kubernetes.io/metadata.name: kube-system']);
  });

  test('not where it has another peer', () => {
    const rule = '    - to:\n        - podSelector: { matchLabels: { k8s-app: kube-dns } }\n        - podSelector: { matchLabels: { app: resolver } }\n      ports: [{ protocol: UDP, port: 53 }]\n';
    expect(corrected('NET307', QUOTES + egressPolicy('quotes', rule + NATS_RULE), { state: NATS_STATE + dnsService('{ port: 53, protocol: UDP }', '{ k8s-app: kube-dns }') })).toEqual(ADDED);
  });
});

describe('NET307 waits for the label of the namespace', () => {
  const labelled = (label: string): string => `    - to: [{ namespaceSelector: { matchLabels: { ${label}: kube-system } } }]\n      ports: [{ protocol: TCP, port: 53 }]\n`;
  const WAITS = '? select namespace kube-system by kubernetes.io/metadata.name first, in the rule for DNS of NetworkPolicy quotes-egress, as NET304 does';

  test('of a rule for DNS that NET304 repairs', () => {
    expect(corrected('NET307', QUOTES + egressPolicy('quotes', NATS_RULE + labelled('name')), { state: NATS_STATE })).toEqual([WAITS]);
  });

  test('no longer than until it is repaired', () => {
    expect(corrected('NET307', QUOTES + egressPolicy('quotes', NATS_RULE + labelled('kubernetes.io/metadata.name')), { state: NATS_STATE })[1])
      .toMatch(/protocol: UDP, port: 53/);
  });

  test.each([
    ['that the namespace has', 'name', '---\napiVersion: v1\nkind: Namespace\nmetadata: { name: kube-system, labels: { name: kube-system } }\n'],
    ['that names no namespace', 'team', ''],
  ])('not for one %s', (_, label, namespace) => {
    expect(corrected('NET307', QUOTES + egressPolicy('quotes', NATS_RULE + labelled(label)), { state: NATS_STATE + namespace })).not.toContain(WAITS);
  });

  test('not of a rule for other ports', () => {
    const rule = labelled('name').replace('port: 53', 'port: 443');
    expect(corrected('NET307', QUOTES + egressPolicy('quotes', NATS_RULE + rule), { state: NATS_STATE })).toEqual(ADDED);
  });
});

describe('NET307 leaves to decide', () => {
  test('which servers are asked by pods that do not ask the cluster\'s', () => {
    const text = client('quotes', 'nats://nats.example.com:4222').replace('    spec:', '    spec:\n      dnsPolicy: Default');
    expect(corrected('NET307', text + egressPolicy('quotes', NATS_RULE))).toEqual([
      '? admit Deployment quotes to the servers that it asks for names, UDP and TCP 53, in NetworkPolicy quotes-egress',
    ]);
  });

  test('which servers are asked by pods that name them', () => {
    const text = QUOTES.replace('    spec:', '    spec:\n      dnsPolicy: None\n      dnsConfig: { nameservers: [192.0.2.53] }');
    expect(corrected('NET307', text + egressPolicy('quotes', NATS_RULE), { state: NATS_STATE })).toEqual([expect.stringContaining('? admit Deployment quotes to the servers')]);
  });

  test('the ingress of the DNS', () => {
    const policy = '---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: dns, namespace: kube-system }\n'
      + 'spec: { podSelector: { matchLabels: { k8s-app: kube-dns } }, policyTypes: [Ingress], ingress: [{ from: [{ podSelector: {} }] }] }\n';
    const rule = '    - ports: [{ protocol: UDP, port: 53 }, { protocol: TCP, port: 53 }]\n';
    expect(corrected('NET307', QUOTES + egressPolicy('quotes', rule + NATS_RULE), { state: NATS_STATE + dnsService('{ port: 53, protocol: UDP }', '{ k8s-app: kube-dns }') + policy })).toEqual([
      '? admit Deployment quotes to the servers that it asks for names, UDP and TCP 53, in NetworkPolicy dns',
    ]);
  });

  test('what a policy without rules is for', () => {
    expect(corrected('NET307', QUOTES + egressPolicy('quotes', '').replace('egress:\n', 'egress: []\n'), { state: NATS_STATE })).toEqual([
      '? admit UDP and TCP 53 to the DNS in kube-system in NetworkPolicy quotes-egress, which admits nothing so far, or write a policy that does',
    ]);
  });

  test('the change of a policy that only the cluster holds', () => {
    expect(corrected('NET307', QUOTES, { state: NATS_STATE + egressPolicy('quotes', NATS_RULE) })).toEqual([
      '? have the owner of NetworkPolicy market/quotes-egress, which is in none of the files, admit UDP and TCP 53 to the DNS in kube-system',
    ]);
  });
});

describe('NET308 adds TCP 53', () => {
  test('behind UDP 53, with the fields in the same order', () => {
    expect(corrected('NET308', egressPolicy('quotes', '    - ports:\n        - port: 53\n          protocol: UDP\n        - port: 443\n          protocol: TCP\n'))).toEqual([
      '+        - port: 53', '+          protocol: TCP',
    ]);
  });

  test('to each rule for DNS of a policy', () => {
    const rule = (cidr: string): string => `    - to: [{ ipBlock: { cidr: ${cidr} } }]\n      ports:\n        - { protocol: UDP, port: 53 }\n`;
    expect(corrected('NET308', egressPolicy('quotes', rule('10.96.0.10/32') + rule('169.254.20.10/32')))).toHaveLength(2);
  });
});
