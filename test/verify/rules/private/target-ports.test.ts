import { ManifestSet, readText } from '../../../../src/manifest';
import { targetPorts } from '../../../../src/verify/rules/private/target-ports';

const POD = `
apiVersion: v1
kind: Pod
metadata: { name: orders, namespace: market }
spec: { containers: [{ name: orders, ports: [{ name: http, containerPort: 8080 }, { name: dns, containerPort: 53, protocol: UDP }] }] }
`;

/** The ports of a Service that lead somewhere, as `PORT TARGET`. */
function targets(ports: string): string[] {
  const text = `${POD}---\napiVersion: v1\nkind: Service\nmetadata: { name: orders, namespace: market }\nspec: { ports: ${ports} }\n`;
  const { services: [service], workloads: [workload] } = new ManifestSet({ files: readText('a.yaml', text).documents });
  return targetPorts(service, workload).map(({ port, target }) => `${port} ${target}`);
}

test.each([
  ['a number', '[{ port: 80, targetPort: 8081 }]', ['80 8081']],
  ['the name of a port of the pods', '[{ port: 80, targetPort: http }]', ['80 8080']],
  ['a name of another protocol', '[{ port: 53, targetPort: dns }]', []],
  ['a name that no container declares', '[{ port: 80, targetPort: grpc }]', []],
  ['a name on UDP', '[{ port: 53, targetPort: dns, protocol: UDP }]', ['53 53']],
  ['a number on SCTP', '[{ port: 80, targetPort: 9, protocol: SCTP }]', ['80 9']],
  ['a number on what is no protocol', '[{ port: 80, targetPort: 9, protocol: ICMP }]', []],
])('the port of a Service leads to %s', (_, ports, expected) => {
  expect(targets(ports)).toEqual(expected);
});
