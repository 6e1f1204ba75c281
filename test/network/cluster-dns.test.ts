import { ClusterDns } from '../../src/network';

const BOTH_ON_53 = [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }];

test('by default DNS is kube-dns in kube-system, on UDP and TCP', () => {
  expect(ClusterDns.of().egress).toEqual([{
    peers: [{ namespace: 'kube-system', podLabels: { 'k8s-app': 'kube-dns' } }],
    ports: BOTH_ON_53,
  }]);
});

test('the DNS of OpenShift has its own namespace, labels and pod port', () => {
  const labels = { 'dns.operator.openshift.io/daemonset-dns': 'default' };
  expect(ClusterDns.of({ namespace: 'openshift-dns', podLabels: labels, ports: [5353] }).egress).toEqual([{
    peers: [{ namespace: 'openshift-dns', podLabels: labels }],
    ports: [{ port: 5353, protocol: 'UDP' }, { port: 5353, protocol: 'TCP' }],
  }]);
});

test.each([
  ['169.254.20.10', '169.254.20.10/32'],
  ['fd00::10', 'fd00::10/128'],
])('NodeLocal DNS at %s is the range %s, beside the DNS pods', (address, range) => {
  expect(ClusterDns.of({ nodeLocalAddress: address }).egress).toEqual([{
    peers: [{ namespace: 'kube-system', podLabels: { 'k8s-app': 'kube-dns' } }, { cidr: range }],
    ports: BOTH_ON_53,
  }]);
});

test.each(['node-local', '169.254.20.10/32', '169.254.20', ''])('NodeLocal DNS at %j is refused', address => {
  expect(() => ClusterDns.of({ nodeLocalAddress: address })).toThrow('write one such as 169.254.20.10');
});

test('DNS without ports is refused', () => {
  expect(() => ClusterDns.of({ ports: [] })).toThrow('without ports means every port');
});

test('a port of DNS out of range is refused', () => {
  expect(() => ClusterDns.of({ ports: [0] })).toThrow('write a whole number from 1 to 65535');
});

test('a namespace of DNS that is no name is refused', () => {
  expect(() => ClusterDns.of({ namespace: 'kube_system' })).toThrow("'kube_system' is no name of a namespace");
});
