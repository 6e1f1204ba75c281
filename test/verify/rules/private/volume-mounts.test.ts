import { ManifestSet, readText } from '../../../../src/manifest';
import { findReferences } from '../../../../src/verify/facts/references';
import { mountsOf, volumeOf } from '../../../../src/verify/rules/private/volume-mounts';

const YAML = `
apiVersion: v1
kind: Pod
metadata: { name: orders }
spec:
  containers:
    - name: orders
      envFrom: [{ configMapRef: { name: settings } }]
      volumeMounts: [{ name: files, mountPath: /a, subPath: app.yaml }, { name: files, mountPath: /b }, { name: other }, 7]
  volumes:
    - { name: files, configMap: { name: orders-files } }
    - { name: parts, secret: { secretName: orders-parts, items: [{ key: a, path: a }] } }
    - { name: joined, projected: { sources: [{ configMap: { name: orders-files } }] } }
`;

const [workload] = new ManifestSet({ files: readText('test.yaml', YAML).documents }).workloads;

test('the mounts of a volume are found in all containers, with the part that they take', () => {
  expect(mountsOf(workload, 'files').map(({ subPath }) => subPath)).toEqual(['app.yaml', undefined]);
});

test('a reference knows the volume that it belongs to, however deep it stands', () => {
  expect(findReferences(workload).map(volumeOf)).toEqual([undefined, 'files', 'parts', 'joined']);
});
