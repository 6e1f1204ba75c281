import { client, corrected, DNS_RULE, egressPolicy, NATS_STATE, NATS_URL } from '../../support/policy-texts';

const QUOTES = client('quotes', NATS_URL);
const DECISION = '? select in NetworkPolicy quotes-egress the namespace and pods of the NATS server that its pods need: the manifests do not show a single one';

/** A rule with these entries of `to`. */
function wide(to: string, port = 4222): string {
  return `    - to:${to}
      ports:
        - { protocol: TCP, port: ${port} }
`;
}

const EVERY_ADDRESS = wide('\n        - ipBlock: { cidr: 0.0.0.0/0 }');
const PEER = ['+        - namespaceSelector:', '+            matchLabels:', '+              kubernetes.io/metadata.name: messaging',
  '+          podSelector:', '+            matchLabels:', '+              app: nats'];

/** What the correction makes of rules in the policy of a workload. */
function ofRules(rules: string, workloads = QUOTES, state = NATS_STATE): string[] {
  return corrected('NET314', workloads + egressPolicy('quotes', DNS_RULE + rules), { state });
}

describe('NET314 selects the server', () => {
  test('in the place of every address', () => {
    expect(ofRules(EVERY_ADDRESS)).toEqual(['-        - ipBlock: { cidr: 0.0.0.0/0 }', ...PEER]);
  });

  test('in the place of every address of both families', () => {
    expect(ofRules(wide('\n        - ipBlock: { cidr: 0.0.0.0/0 }\n        - ipBlock: { cidr: "::/0" }')))
      .toEqual(['-        - ipBlock: { cidr: 0.0.0.0/0 }', '-        - ipBlock: { cidr: "::/0" }', ...PEER]);
  });

  test('where the list of peers is empty', () => {
    expect(ofRules(wide(' []')).map(line => line.trim())).toEqual(['-    - to: []', '+    - to:', ...PEER]);
  });

  test('where there is no list of peers', () => {
    expect(ofRules('    - ports:\n        - { protocol: TCP, port: 4222 }\n').filter(line => /app: nats|\bto:/.test(line))).toEqual(['+      to:', '+              app: nats']);
  });

  test.each([
    ['labels', 'matchLabels: { app: quotes }', {}],
    ['a label, whatever its value', 'matchExpressions: [{ key: app, operator: Exists }]', {}],
    ['every pod of a namespace whose state is known', '', { state: NATS_STATE }],
    ['every pod of a namespace that the files show whole', '', { closedWorld: true }],
  ])('in a policy that selects %s', (_, selector, parts) => {
    const text = QUOTES + NATS_STATE + egressPolicy('quotes', DNS_RULE + EVERY_ADDRESS, selector);
    expect(corrected('NET314', text, parts)).toEqual(['-        - ipBlock: { cidr: 0.0.0.0/0 }', ...PEER]);
  });

  test('once where several rules are wide', () => {
    expect(ofRules(EVERY_ADDRESS + wide(' []')).filter(line => line.includes('app: nats'))).toHaveLength(1);
  });

  test('not again where another rule does', () => {
    const narrow = wide(`
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: messaging } }
          podSelector: { matchLabels: { app: nats } }`);
    expect(ofRules(narrow + EVERY_ADDRESS)).toEqual(['-    - to:', '-        - ipBlock: { cidr: 0.0.0.0/0 }', '-      ports:', '-        - { protocol: TCP, port: 4222 }']);
  });
});

describe('NET314 leaves to decide which server is meant', () => {
  test('where another program is spoken with on the port of NATS', () => {
    const both = client('quotes', NATS_URL) + client('prices', 'http://gate.backup.svc.cluster.local:4222').replaceAll('app: prices', 'app: quotes');
    expect(ofRules(EVERY_ADDRESS, both)).toEqual([DECISION]);
  });

  test('where the rule is for a range of other ports too', () => {
    const rule = EVERY_ADDRESS + '        - { protocol: TCP, port: 5000, endPort: 5010 }\n';
    expect(ofRules(rule)).toEqual([DECISION]);
  });

  test('where the workloads of the policy need several', () => {
    const both = client('quotes', `${NATS_URL},nats://nats.backup.svc.cluster.local:4222`);
    expect(ofRules(EVERY_ADDRESS, both, NATS_STATE + NATS_STATE.replaceAll('messaging', 'backup'))).toEqual([DECISION]);
  });

  test('where one of them has an address instead', () => {
    expect(ofRules(EVERY_ADDRESS, QUOTES + client('prices', 'nats://192.0.2.7:4222').replaceAll('app: prices', 'app: quotes'))).toEqual([DECISION]);
  });

  test('where one of them is not in the files', () => {
    expect(ofRules(EVERY_ADDRESS, QUOTES, NATS_STATE + client('prices', '').replaceAll('app: prices', 'app: quotes'))).toEqual([DECISION]);
  });

  test('where one of them needs something else on the port', () => {
    expect(ofRules(EVERY_ADDRESS, QUOTES + client('prices', 'http://prices.market.svc.cluster.local:4222').replaceAll('app: prices', 'app: quotes'))).toEqual([DECISION]);
  });

  test.each([
    ['no labels', ''],
    ['all but some labels', 'matchExpressions: [{ key: app, operator: NotIn, values: [web] }, { key: job, operator: DoesNotExist }]'],
  ])('where pods that nobody shows may need more, for a policy that selects %s', (_, selector) => {
    expect(corrected('NET314', QUOTES + NATS_STATE + egressPolicy('quotes', DNS_RULE + EVERY_ADDRESS, selector))).toEqual([
      '? give the state of the cluster with --cluster-state: NetworkPolicy quotes-egress may select pods of namespace market that the files do not show, and these may need more',
    ]);
  });

  test('where none of them is known', () => {
    expect(corrected('NET314', egressPolicy('quotes', EVERY_ADDRESS), { state: NATS_STATE })).toEqual([DECISION]);
  });

  test('where the rule is for another port too', () => {
    expect(ofRules(`${EVERY_ADDRESS.trimEnd()}\n        - { protocol: TCP, port: 443 }\n`)).toEqual([DECISION]);
  });

  test('where the rule has a peer that is not every address', () => {
    expect(ofRules(wide('\n        - ipBlock: { cidr: 0.0.0.0/0 }\n        - podSelector: {}'))).toEqual([DECISION]);
  });
});

test('NET314 corrects nothing for a database', () => {
  expect(ofRules(wide(' []', 3306))).toEqual([]);
});
