import { TransportProtocol } from '../../../src/address/endpoint';
import { mergeRules, needsEgress } from '../../../src/network/private/rules';
import { endpointIn, endpointOf } from '../policies';

const { TCP, UDP } = TransportProtocol;

test('the ports of a peer come together, in order', () => {
  const rules = [443, 80, 443].map(port => ({ peers: [{ namespace: 'a' }], ports: [{ port }] }));
  expect(mergeRules([...rules, { peers: [{ namespace: 'a' }], ports: [{ port: 80, protocol: UDP }] }])).toEqual([{
    peers: [{ namespace: 'a' }],
    ports: [{ port: 80, protocol: TCP }, { port: 80, protocol: UDP }, { port: 443, protocol: TCP }],
  }]);
});

test('peers with the same ports share a rule, namespaces before ranges', () => {
  const peers = [{ cidr: '10.0.0.0/8' }, { namespace: 'b' }, { namespace: 'c', podLabels: { app: 'x' } }, { namespace: 'a' }];
  expect(mergeRules(peers.map(peer => ({ peers: [peer], ports: [{ port: 1 }] })))).toEqual([{
    peers: [{ namespace: 'a' }, { namespace: 'b' }, { namespace: 'c', podLabels: { app: 'x' } }, { cidr: '10.0.0.0/8' }],
    ports: [{ port: 1, protocol: TCP }],
  }]);
});

test('pods are left out on the ports on which their whole namespace is meant, and kept on others', () => {
  const some = { namespace: 'a', podLabels: { app: 'x' } };
  expect(mergeRules([{ peers: [some], ports: [{ port: 1 }, { port: 2 }] }, { peers: [{ namespace: 'a' }], ports: [{ port: 1 }] }])).toEqual([
    { peers: [some], ports: [{ port: 2, protocol: TCP }] },
    { peers: [{ namespace: 'a' }], ports: [{ port: 1, protocol: TCP }] },
  ]);
});

test('pods are left out where their whole namespace is meant on all their ports', () => {
  const peers = [{ namespace: 'a', podLabels: { app: 'x' } }, { namespace: 'a' }];
  expect(mergeRules([{ peers, ports: [{ port: 1 }] }])).toEqual([{ peers: [{ namespace: 'a' }], ports: [{ port: 1, protocol: TCP }] }]);
});

test('one range with other exceptions is another peer', () => {
  const peers = [{ cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }, { cidr: '10.0.0.0/8', except: ['10.2.0.0/16'] }];
  expect(mergeRules([{ peers, ports: [{ port: 1 }] }])[0].peers).toEqual(peers);
});

test('pods of another namespace are kept beside a whole one', () => {
  const peers = [{ namespace: 'a', podLabels: { app: 'x' } }, { namespace: 'b' }];
  expect(mergeRules([{ peers, ports: [{ port: 1 }] }])[0].peers).toEqual(peers);
});

test('peers with other ports keep their own rule', () => {
  const rules = [{ peers: [{ namespace: 'a' }], ports: [{ port: 1, protocol: TCP }] }, { peers: [{ namespace: 'b' }], ports: [{ port: 1, protocol: UDP }] }];
  expect(mergeRules([...rules].reverse())).toEqual(rules);
});

test('one set of labels in another order is one peer', () => {
  const peers = [{ namespace: 'a', podLabels: { x: '1', y: '2' } }, { namespace: 'a', podLabels: { y: '2', x: '1' } }];
  expect(mergeRules([{ peers, ports: [{ port: 1 }] }])[0].peers).toHaveLength(1);
});

test('empty labels and exceptions are none', () => {
  const peers = [{ namespace: 'a', podLabels: {} }, { namespace: 'a' }, { cidr: '10.0.0.0/8', except: [] }, { cidr: '10.0.0.0/8' }];
  expect(mergeRules([{ peers, ports: [{ port: 1 }] }])[0].peers).toEqual([{ namespace: 'a' }, { cidr: '10.0.0.0/8' }]);
});

test('exceptions are sorted, each once', () => {
  const peers = [{ cidr: '10.0.0.0/8', except: ['10.2.0.0/16', '10.1.0.0/16', '10.2.0.0/16'] }];
  expect(mergeRules([{ peers, ports: [{ port: 1 }] }])[0].peers).toEqual([{ cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '10.2.0.0/16'] }]);
});

test('only an endpoint without rules and name needs no egress', () => {
  const endpoints = [endpointIn('a', 1), endpointOf([], true), endpointOf(endpointIn('a', 1).egress, false), endpointOf([], false)];
  expect(endpoints.map(needsEgress)).toEqual([true, true, true, false]);
});
