import { client, corrected, DNS_RULE, egressPolicy, ingressPolicy, NATS_STATE, NATS_URL } from '../../support/policy-texts';

test('NET319 leaves to decide what becomes of a comment', () => {
  const again = DNS_RULE.replace('port: 53 }', 'port: 53 }  # the local cache');
  const text = egressPolicy('quotes', DNS_RULE + again);
  const line = text.split('\n').findIndex(other => other.includes('cache')) + 1;
  expect(corrected('NET319', text)).toEqual([`? move or delete the comment in line ${line} first: correcting it would take it away`]);
});

test('NET319 removes the second of two equal rules', () => {
  const again = '    - ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }]\n      to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } } }]\n';
  expect(corrected('NET319', egressPolicy('quotes', DNS_RULE + again))).toEqual(again.trimEnd().split('\n').map(line => `-${line}`));
});

const NATS_PEERS = `        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: messaging
        - podSelector:
            matchLabels:
              app: nats
`;

const DECISION = '? write podSelector into the namespaceSelector beside it in NetworkPolicy quotes-egress, if it is to admit these pods alone, else remove it';

/** What the correction makes of a rule of the policy of a NATS client. */
function ofRule(peers: string, url = NATS_URL): string[] {
  return corrected('NET323', client('quotes', url) + egressPolicy('quotes', `    - to:\n${peers}      ports: [{ protocol: TCP, port: 4222 }]\n`), { state: NATS_STATE });
}

describe('NET323 makes one peer of two', () => {
  test('where the server behind the rule has the labels', () => {
    expect(ofRule(NATS_PEERS)).toEqual(['-        - podSelector:', '+          podSelector:']);
  });

  test('where the namespaceSelector has a podSelector for every pod', () => {
    expect(ofRule(NATS_PEERS.replace('messaging\n', 'messaging\n          podSelector: {}\n')).filter(line => line.includes('podSelector')))
      .toEqual(['-          podSelector: {}', '-        - podSelector:', '+          podSelector:']);
  });

  test('where the DNS of the pods has the labels', () => {
    const rule = '    - to:\n        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }\n        - podSelector: { matchLabels: { k8s-app: kube-dns } }\n';
    expect(corrected('NET323', client('quotes', '') + egressPolicy('quotes', rule))).toContain('-        - podSelector: { matchLabels: { k8s-app: kube-dns } }');
  });

  test('where the client behind a rule for ingress has the labels', () => {
    const rule = '    - from:\n        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: market } }\n        - podSelector: { matchLabels: { app: quotes } }\n';
    const text = client('quotes', NATS_URL) + ingressPolicy('nats', rule);
    expect(corrected('NET323', text + NATS_STATE, { closedWorld: true })).toContain('-        - podSelector: { matchLabels: { app: quotes } }');
  });
});

describe('NET323 leaves to decide', () => {
  test('a rule that lets through pods with other labels', () => {
    expect(ofRule(NATS_PEERS.replace('app: nats', 'app: broker'))).toEqual([DECISION]);
  });

  test('a rule that is not known to let anything through', () => {
    expect(ofRule(NATS_PEERS, '')).toEqual([DECISION]);
  });

  test('a rule for ingress where other clients are not known', () => {
    const rule = '    - from:\n        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: market } }\n        - podSelector: { matchLabels: { app: quotes } }\n';
    expect(corrected('NET323', client('quotes', NATS_URL) + NATS_STATE + ingressPolicy('nats', rule))).toEqual([DECISION.replace('quotes-egress', 'nats')]);
  });

  test('a rule for every pod of a namespace of which nobody knows what it holds', () => {
    const policy = egressPolicy('all', `    - to:\n${NATS_PEERS}      ports: [{ protocol: TCP, port: 4222 }]\n`, '');
    expect(corrected('NET323', client('quotes', NATS_URL) + policy + NATS_STATE)).toEqual([
      '? give the state of the cluster with --cluster-state: NetworkPolicy all-egress may select pods of namespace market that the files do not show, and these may need more',
    ]);
  });

  test('a peer with comments that would go', () => {
    const peers = NATS_PEERS.replace('- podSelector:', '# only the server (ticket 42)\n        - podSelector: # by its labels');
    expect(ofRule(peers)).toEqual([expect.stringMatching(/^\? move or delete the comments in lines \d+, \d+ first: correcting it would take them away$/)]);
  });

  test('a rule with more peers', () => {
    expect(ofRule(`${NATS_PEERS}        - ipBlock: { cidr: 192.0.2.0/24 }\n`)).toEqual([DECISION]);
  });
});

const DENY = egressPolicy('deny', '', '').replace('egress:\n', 'egress: []\n');
const WRITE = '? write a NetworkPolicy in market that selects the pods of Deployment quotes for egress and admits DNS, NATS at nats.messaging.svc.cluster.local:4222 '
  + '(EgressPolicy and NatsEgressPolicy of the library make one)';

describe('NET301 leaves to decide', () => {
  test('the policy of a workload that default deny isolates', () => {
    expect(corrected('NET301', client('quotes', NATS_URL) + DENY, { state: NATS_STATE })).toEqual([WRITE]);
  });

  test('whether the workload gets the labels of a policy that comes near', () => {
    const near = egressPolicy('prices', DNS_RULE, 'matchLabels: { app: quotes, tier: api }');
    expect(corrected('NET301', client('quotes', NATS_URL) + DENY + near, { state: NATS_STATE }))
      .toEqual([`${WRITE}, or give the pods the labels that NetworkPolicy prices-egress selects`]);
  });
});

describe('NET316 leaves to decide', () => {
  test.each([['Egress', 'Ingress', 'egress'], ['Ingress', 'Egress', 'ingress']])('whether %s is to be limited', (type, other, field) => {
    const policy = egressPolicy('quotes', DNS_RULE).replace('[Egress]', `[${other}]`).replace('  egress:', `  ${field}:`).replace('- to:', field === 'egress' ? '- to:' : '- from:');
    expect(corrected('NET316', policy)).toEqual([
      `? add ${type} to policyTypes of NetworkPolicy quotes-egress, which closes to its pods all ${field} that no rule admits, or remove spec.${field}`,
    ]);
  });
});
