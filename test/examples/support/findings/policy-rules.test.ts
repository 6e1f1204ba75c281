import { deployment, policy, service, wrong } from './fixtures';
import {
  netpolDnsUdpOnly, netpolEgressMissingPort, netpolMissingForWorkload, netpolNamespaceLabelNotGuaranteed, netpolSelectsNoPods, netpolTooOpen,
  netpolUselessRule,
} from './policy-rules';

const namespace = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });
const anywhere = { ipBlock: { cidr: '0.0.0.0/0' } };
const outside = { ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } };
const tcp = (...ports: number[]) => ports.map(port => ({ port }));

test('netpolSelectsNoPods reports a policy for labels that no pod has', () => {
  expect([wrong(netpolSelectsNoPods, 'NetworkPolicy/a', policy('a', []), deployment('a')), wrong(netpolSelectsNoPods, 'NetworkPolicy/a', policy('a', []))])
    .toEqual([[], ['NetworkPolicy/a: selects no pods']]);
});

describe('netpolMissingForWorkload', () => {
  test('accepts a workload with egress, and ingress on its Service\'s port', () => {
    expect(wrong(netpolMissingForWorkload, 'Deployment/a', deployment('a'), service('s', 'a'), policy('a', [{}], [{ ports: tcp(8080) }]))).toEqual([]);
  });

  test('reports a workload that may reach nothing', () => {
    expect(wrong(netpolMissingForWorkload, 'Deployment/a', deployment('a'), policy('a', []))).toEqual(['Deployment/a: may reach nothing']);
  });

  test('reports a Service\'s pod port that only its Service port is open for', () => {
    expect(wrong(netpolMissingForWorkload, 'Deployment/a', deployment('a'), service('s', 'a'), policy('a', [{}], [{ ports: tcp(80) }])))
      .toEqual(['Deployment/a: nobody may reach its port 8080']);
  });
});

describe('netpolDnsUdpOnly', () => {
  const dns = (...protocols: string[]) => policy('a', [{ to: [namespace('kube-system')], ports: protocols.map(protocol => ({ protocol, port: 53 })) }]);

  test('wants UDP and TCP', () => {
    expect([dns('UDP', 'TCP'), dns('UDP')].map(rules => wrong(netpolDnsUdpOnly, 'NetworkPolicy/a', deployment('a'), rules)))
      .toEqual([[], ['Deployment/a: may not ask DNS over TCP']]);
  });
});

describe('netpolNamespaceLabelNotGuaranteed', () => {
  test('accepts the namespace\'s name, not another label', () => {
    const other = { namespaceSelector: { matchLabels: { name: 'nats' } } };
    expect([namespace('nats'), other].map(peer => wrong(netpolNamespaceLabelNotGuaranteed, 'NetworkPolicy/a', deployment('a'), policy('a', [{ to: [peer] }]))))
      .toEqual([[], ['Deployment/a: a rule chooses namespaces by name']]);
  });
});

describe('netpolEgressMissingPort', () => {
  const client = deployment('a', { env: [{ name: 'URL', value: 'http://s' }] });
  const check = (to: object, port: number) => wrong(netpolEgressMissingPort('URL'), 'NetworkPolicy/a', client, service('s', 'b'), policy('a', [{ to: [to], ports: tcp(port) }]));

  test('accepts a rule for the pods behind the Service on their own port', () => {
    expect([check(namespace('apps'), 8080), check({ podSelector: { matchLabels: { app: 'b' } } }, 8080), check(anywhere, 8080)]).toEqual([[], [], []]);
  });

  test('reports a rule on the Service\'s port, for other pods, or for addresses outside', () => {
    expect([check(namespace('apps'), 80), check({ podSelector: { matchLabels: { app: 'c' } } }, 8080), check(outside, 8080)])
      .toEqual(Array(3).fill(['Deployment/a: may not reach URL on port 8080']));
  });

  test('takes a value that is not known for a host outside on the given port', () => {
    const unknown = deployment('a', { env: [{ name: 'URI', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }] });
    expect([outside, namespace('apps')].map(to => wrong(netpolEgressMissingPort('URI', 27017), 'NetworkPolicy/a', unknown, policy('a', [{ to: [to], ports: tcp(27017) }]))))
      .toEqual([[], ['Deployment/a: may not reach URI on port 27017']]);
  });

  test('is not content where nobody has the variable any more', () => {
    expect(wrong(netpolEgressMissingPort('URL'), 'NetworkPolicy/a', deployment('a'), policy('a', []))).toHaveLength(1);
  });
});

describe('netpolTooOpen', () => {
  const check = (to: object[], port: number) => wrong(netpolTooOpen, 'NetworkPolicy/a', deployment('a'), policy('a', [{ to, ports: tcp(port) }]));

  test('accepts the web for everyone, and other ports outside the cluster', () => {
    expect([check([anywhere], 443), check([outside], 3306), check([namespace('nats')], 4222)]).toEqual([[], [], []]);
  });

  test('reports any other port for every address', () => {
    expect([check([anywhere], 4222), check([], 3306)]).toEqual([
      ['Deployment/a: egress to every address on port 4222'], ['Deployment/a: egress to every address on port 3306'],
    ]);
  });
});

test('netpolUselessRule reports egress to everyone on the port on which the pod listens', () => {
  const server = deployment('a', { ports: [{ containerPort: 8080 }] });
  expect([8080, 443].map(port => wrong(netpolUselessRule, 'NetworkPolicy/a', server, policy('a', [{ ports: tcp(port) }]))))
    .toEqual([['Deployment/a: egress to every address on its own port 8080'], []]);
});
