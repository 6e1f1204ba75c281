import * as kplus from 'cdk8s-plus-28';
import { HttpsApi } from '../../../src/address';
import { Warnings } from '../../../src/app';
import { ClusterDns } from '../../../src/network';
import { NatsAwareDeploymentProps } from '../../../src/workload';
import { appsChart, bot, render, synth, templateOf } from '../support';

const policyOf = (props: Partial<NatsAwareDeploymentProps>) => templateOf(render(chart => bot(chart, props))).spec.dnsPolicy;

/** The warnings about a Deployment that connects to a host by name. */
function warnings(props: Partial<NatsAwareDeploymentProps>, connected = true): string[] {
  const chart = appsChart();
  const workload = bot(chart, props);
  if (connected) workload.connectTo(HttpsApi.of('a.example.com'));
  synth(chart);
  return Warnings.all(chart);
}

const nameservers = ['10.0.0.1'];

test('pods on the network of the host ask the DNS of the cluster', () => {
  expect(policyOf({ hostNetwork: true })).toBe('ClusterFirstWithHostNet');
  expect(policyOf({})).toBe('ClusterFirst');
});

test('a given DNS policy stays, and other settings of DNS beside it', () => {
  expect(policyOf({ hostNetwork: true, dns: { policy: kplus.DnsPolicy.DEFAULT } })).toBe('Default');
  const { spec } = templateOf(render(chart => bot(chart, { hostNetwork: true, dns: { searches: ['example.com'] } })));
  expect([spec.dnsPolicy, spec.dnsConfig.searches]).toEqual(['ClusterFirstWithHostNet', ['example.com']]);
});

test('the network of the host is a warning, since policies do not apply there', () => {
  expect(warnings({ hostNetwork: true })).toEqual([
    'apps/bot: its pods are on the network of their node, where NetworkPolicies do not apply to them; leave out hostNetwork if it can run without',
  ]);
});

test.each<[string, Partial<NatsAwareDeploymentProps>]>([
  ['Default', { dns: { policy: kplus.DnsPolicy.DEFAULT } }],
  ['None', { dns: { policy: kplus.DnsPolicy.NONE, nameservers } }],
  ['ClusterFirst', { hostNetwork: true, dns: { policy: kplus.DnsPolicy.CLUSTER_FIRST } }],
])('a name that the policy %s cannot resolve is a warning', (policy, props) => {
  expect(warnings(props).join()).toContain(`and its DNS policy ${policy} does not ask the DNS of the cluster, so that names of Services do not resolve`);
});

test.each<[string, Partial<NatsAwareDeploymentProps>]>([
  ['the default policy', {}],
  ['ClusterFirst', { dns: { policy: kplus.DnsPolicy.CLUSTER_FIRST } }],
  ['nameservers that clusterDns tells', { dns: { policy: kplus.DnsPolicy.NONE, nameservers }, clusterDns: ClusterDns.of() }],
])('with %s there is none', (_, props) => {
  expect(warnings(props)).toEqual([]);
});

test('a workload that connects to no name needs no DNS', () => {
  expect(warnings({ dns: { policy: kplus.DnsPolicy.DEFAULT } }, false)).toEqual([]);
});
