import { App, Chart, Testing } from 'cdk8s';
import { EgressRule, IEndpoint } from '../../src/address/endpoint';

/** A chart of the namespace in which the platform's workloads run. */
export function appsChart(id = 'apps', app = new App()): Chart {
  return new Chart(app, id, { namespace: 'petrosa-apps' });
}

/** The one manifest of a chart. */
export function onlyManifest(chart: Chart): any {
  const manifests = Testing.synth(chart);
  expect(manifests).toHaveLength(1);
  return manifests[0];
}

/** An endpoint with these rules. */
export function endpointOf(egress: EgressRule[], needsDns = true): IEndpoint {
  return { description: 'tcp://test', inCluster: true, needsDns, egress, variables: [] };
}

/** An endpoint of the pods of a namespace. */
export function endpointIn(namespace: string, port: number): IEndpoint {
  return endpointOf([{ peers: [{ namespace }], ports: [{ port }] }]);
}

/** How a policy names a namespace. */
export function namespaceSelector(name: string) {
  return { matchLabels: { 'kubernetes.io/metadata.name': name } };
}

/** The rule that lets clients through to the DNS of the cluster. */
export const DNS_RULE = {
  to: [{ namespaceSelector: namespaceSelector('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
  ports: [{ port: 53, protocol: 'TCP' }, { port: 53, protocol: 'UDP' }],
};
