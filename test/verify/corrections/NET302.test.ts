import { correct } from '../../support/corrections';
import { client, corrected, DNS_RULE, egressPolicy, NATS_STATE, NATS_URL } from '../../support/policy-texts';

const QUOTES = client('quotes', NATS_URL);

const NATS_RULE = [
  '+    - to:',
  '+        - namespaceSelector:',
  '+            matchLabels:',
  '+              kubernetes.io/metadata.name: messaging',
  '+          podSelector:',
  '+            matchLabels:',
  '+              app: nats',
  '+      ports:',
  '+        - protocol: TCP',
  '+          port: 4222',
];

/** A Service of the namespace market with its Deployment, which listens on port 8000; fields of the Service and of the pods as YAML in flow style. */
function orders(service = 'selector: { app: orders }, ports: [{ port: 80, targetPort: http }]', pod = ''): string {
  return `---
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: market }
spec: { ${service} }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders, namespace: market }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders, tier: api } }
    spec: { ${pod} containers: [{ name: main, image: "registry.example.com/orders:1.0.0", ports: [{ name: http, containerPort: 8000 }] }] }
`;
}

describe('NET302 adds a rule for the endpoint', () => {
  test('behind the others, by the namespace\'s name, the Service\'s selector and the port of the pods', () => {
    expect(corrected('NET302', QUOTES + egressPolicy('quotes', DNS_RULE), { state: NATS_STATE })).toEqual(NATS_RULE);
  });

  test('by the selector of the Service alone in the namespace of the policy, on the number that the name of the port stands for', () => {
    expect(corrected('NET302', client('web', 'http://orders') + egressPolicy('web', DNS_RULE), { state: orders() })).toEqual([
      '+    - to:', '+        - podSelector:', '+            matchLabels:', '+              app: orders', '+      ports:', '+        - protocol: TCP', '+          port: 8000',
    ]);
  });

  test('with its fields in the order of the rules that are there', () => {
    const rules = `    - ports:
        - port: 53
          protocol: UDP
      to:
        - namespaceSelector: {}
`;
    expect(corrected('NET302', QUOTES + egressPolicy('quotes', rules), { state: NATS_STATE }).map(line => line.trim())).toEqual([
      '+    - ports:', '+        - port: 4222', '+          protocol: TCP', ...NATS_RULE.slice(0, 7).map((line, i) => (i === 0 ? '+      to:' : line)),
    ]);
  });

  test('once where two workloads of a policy need it by different names', () => {
    const policy = egressPolicy('quotes', DNS_RULE, 'matchLabels: { tier: api }');
    const text = client('quotes', NATS_URL, 'tier: api') + client('prices', 'nats://nats.messaging:4222', 'tier: api') + policy;
    expect(corrected('NET302', text, { state: NATS_STATE })).toEqual(NATS_RULE);
  });

  test('as a port of the rule that selects the same pods', () => {
    const rule = `    - to:
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: messaging } }
          podSelector: { matchLabels: { app: nats } }
      ports:
        - protocol: TCP
          port: 8222
`;
    expect(corrected('NET302', QUOTES + egressPolicy('quotes', DNS_RULE + rule), { state: NATS_STATE })).toEqual(['+        - protocol: TCP', '+          port: 4222']);
  });

  test('beside a rule that selects other pods as well', () => {
    const rule = `    - to:
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: messaging } }
          podSelector: { matchLabels: { app: nats } }
        - podSelector: { matchLabels: { app: orders } }
      ports:
        - { protocol: TCP, port: 8222 }
`;
    expect(corrected('NET302', QUOTES + egressPolicy('quotes', DNS_RULE + rule), { state: NATS_STATE })).toContain('+    - to:');
  });

  test('beside a rule that admits these pods among others on another port', () => {
    const rule = `    - to:
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: messaging } }
      ports:
        - { protocol: TCP, port: 8222 }
`;
    expect(corrected('NET302', QUOTES + egressPolicy('quotes', DNS_RULE + rule), { state: NATS_STATE })).toContain('+    - to:');
  });
});

/** An egress rule for a port of pods in the namespace of the policy. */
function ruleFor(port: number, app: string): string {
  return `    - to:
        - podSelector: { matchLabels: { app: ${app} } }
      ports:
        - { protocol: TCP, port: ${port} }
`;
}

describe('NET302 chooses among the policies of a workload', () => {
  /** The name of the policy that gets the rule, of one for `app: quotes` and one for `tier: api`. */
  function chosen(ofApp: string, ofTier: string, others = ''): string[] {
    const text = client('quotes', NATS_URL, 'tier: api') + others + egressPolicy('tier', ofTier, 'matchLabels: { tier: api }') + egressPolicy('quotes', ofApp);
    const { text: after, decisions } = correct('NET302', text, { state: NATS_STATE });
    return [...after.split('---\n').filter(part => part.includes('app: nats')).map(part => /name: (\S+-egress)/.exec(part)![1]), ...decisions.map(decision => `? ${decision}`)];
  }

  test('the one that opens the port already', () => {
    expect(chosen(DNS_RULE, ruleFor(4222, 'leaf'))).toEqual(['tier-egress']);
  });

  test('none by a rule that has no port', () => {
    expect(chosen(DNS_RULE, '    - to: [{ podSelector: { matchLabels: { app: leaf } } }]\n')).toEqual([expect.stringContaining('? choose the policy')]);
  });

  test('the one that selects it alone', () => {
    expect(chosen(DNS_RULE, DNS_RULE, client('prices', NATS_URL, 'tier: api'))).toContain('quotes-egress');
  });

  test('not the default deny', () => {
    const deny = egressPolicy('deny', '', '').replace(/  egress:\n$/, '');
    expect(corrected('NET302', deny + QUOTES + egressPolicy('quotes', DNS_RULE), { state: NATS_STATE })).toEqual(NATS_RULE);
  });

  test('none where more than one is for it', () => {
    expect(chosen(DNS_RULE, DNS_RULE)).toEqual([
      '? choose the policy that admits NATS at nats.messaging.svc.cluster.local:4222 for Deployment quotes, and write the rule there: '
      + 'NetworkPolicy quotes-egress or NetworkPolicy tier-egress',
    ]);
  });
});

describe('NET302 leaves to decide', () => {
  test('whether other workloads of the policy may reach the endpoint too', () => {
    const text = client('quotes', NATS_URL, 'tier: api') + client('web', 'http://example.com', 'tier: api') + egressPolicy('tier', DNS_RULE, 'matchLabels: { tier: api }');
    expect(corrected('NET302', text, { state: NATS_STATE })).toContain(
      '? write a rule for NATS at nats.messaging.svc.cluster.local:4222 in NetworkPolicy tier-egress if Deployment web, which it selects too, may reach that as well, '
      + 'or an egress policy for Deployment quotes alone',
    );
  });

  test('nothing where no policy could tell the other workloads from this one', () => {
    const twin = client('web', 'http://web').replaceAll('app: web', 'app: quotes');
    expect(corrected('NET302', QUOTES + twin + egressPolicy('quotes', DNS_RULE), { state: NATS_STATE })).toEqual(expect.arrayContaining(NATS_RULE));
  });

  test('what a policy without rules is for', () => {
    const closed = egressPolicy('quotes', '').replace('egress:\n', 'egress: []\n');
    expect(corrected('NET302', QUOTES + closed, { state: NATS_STATE })).toEqual([
      '? admit NATS at nats.messaging.svc.cluster.local:4222 for Deployment quotes in NetworkPolicy quotes-egress, which admits nothing so far, or write a policy that does',
    ]);
  });

  test('the change of a policy that only the cluster holds', () => {
    expect(corrected('NET302', QUOTES, { state: NATS_STATE + egressPolicy('quotes', DNS_RULE) })).toEqual([
      '? have the owner of NetworkPolicy market/quotes-egress, which is in none of the files, admit NATS at nats.messaging.svc.cluster.local:4222 for Deployment quotes',
    ]);
  });

  test.each([
    ['the server whose address comes from a Secret', client('quotes', '').replace('{ name: SERVER_URL, value: "" }', '{ name: MYSQL_URI, valueFrom: { secretKeyRef: { name: db, key: uri } } }'), '',
      '? write an egress rule for TCP 3306 in NetworkPolicy quotes-egress for the server of MYSQL_URI, whose address the manifests do not hold'],
    ['the server behind an address', client('quotes', 'nats://192.0.2.7:4222'), '',
      '? write the name of a Service instead of 192.0.2.7, or an egress rule for TCP 4222 in NetworkPolicy quotes-egress for its address'],
    ['the addresses of a host outside', client('quotes', 'https://api.example.com'), '',
      '? write an egress rule for TCP 443 in NetworkPolicy quotes-egress for the addresses of api.example.com, or for 0.0.0.0/0 except the private ranges'],
    ['the pods that another name of a Service leads to', client('quotes', 'http://shop'), `${orders()}---
apiVersion: v1
kind: Service
metadata: { name: shop, namespace: market }
spec: { type: ExternalName, externalName: orders.market.svc.cluster.local, selector: { app: orders }, ports: [{ port: 80, targetPort: 8000 }] }
`, '? write an egress rule for TCP 80 in NetworkPolicy quotes-egress for the pods that shop leads to, or give their Service and workload by --cluster-state'],
    ['the addresses of pods in the network of their node', client('quotes', 'http://orders'), orders(undefined, 'hostNetwork: true,'), expect.stringContaining('by --cluster-state')],
  ])('%s', (_, workload, state, decision) => {
    expect(corrected('NET302', workload + egressPolicy('quotes', ruleFor(53, 'none')), { state })).toEqual([decision]);
  });
});
