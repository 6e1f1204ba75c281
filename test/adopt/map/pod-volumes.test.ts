import { adopted, body } from '../support/adopted';
import { proven } from '../support/proven';

interface Parts {
  readonly volumes: string;
  readonly mounts: string;
  readonly container?: string;
  readonly others?: string;
}

/** A Deployment with volumes, which its container mounts. */
const deployment = ({ volumes, mounts, container = '', others = '' }: Parts): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: rates, namespace: shop }
spec:
  replicas: 1
  selector: { matchLabels: { app: rates } }
  template:
    metadata: { labels: { app: rates } }
    spec:
      volumes: [${volumes}]
      containers:
        - { name: api, image: "shop/rates:1", ${container} volumeMounts: [${mounts}] }
        ${others}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: files, namespace: shop }
data: { a.conf: fast }
`;
const line = (parts: Parts): string => body(deployment(parts)).replace(/\n\s*/g, ' ').replace(/,(?= [}\])])/g, '').replace(/kplus\./g, '');

const FILES = '{ name: files, configMap: { name: files } }';
const OF_FILES = '{ name: files, mountPath: /files }';
const VOLUMES = "JsonPatch.add('/spec/template/spec/volumes";
const MOUNTS = "JsonPatch.add('/spec/template/spec/containers/0/volumeMounts";

describe.each<[string, Parts, readonly string[]]>([
  ['a mount with more than a path', { volumes: `${FILES}, { name: host, hostPath: { path: /srv } }`, mounts: `${OF_FILES}, { name: host, mountPath: /host, mountPropagation: HostToContainer }` },
    [`${MOUNTS}/-', { name: 'host', mountPath: '/host', mountPropagation: 'HostToContainer' })`, "volumes: [Volume.fromHostPath(this, 'host', 'host', { path: '/srv' })]"]],
  ['a projected volume', { volumes: `{ name: all, projected: { sources: [] } }, ${FILES}`, mounts: `{ name: all, mountPath: /all }, ${OF_FILES}` },
    [`${VOLUMES}/-', { name: 'all', projected: { sources: [] } })`, `${MOUNTS}/-', { name: 'all', mountPath: '/all' })`]],
])('beside %s', (_, parts, patches) => {
  it('a volume of a ConfigMap is still one', () => {
    expect(line(parts)).toContain("volumeMounts: [{ path: '/files', volume: Volume.fromConfigMap(this, 'files', settings, { name: 'files' }) }]");
  });

  it.each(patches)('there is %s', (patch) => {
    expect(line(parts)).toContain(patch);
  });

  it('the app is proven with its construct', () => {
    const { proof } = proven(deployment(parts));
    expect([proof.app.kept, proof.unexplained, proof.newFindings]).toEqual([[], [], []]);
  });
});

test('a list with nothing but what no prop takes is patched as a whole', () => {
  const code = line({ volumes: '{ name: a, projected: {} }, { name: b, projected: {} }', mounts: '{ name: a, mountPath: /a }, { name: b, mountPath: /b }' });
  expect(code).toContain(`${VOLUMES}', [{ name: 'a', projected: {} }, { name: 'b', projected: {} }]), ${MOUNTS}', [ { name: 'a', mountPath: '/a' }, { name: 'b', mountPath: '/b' } ])`);
});

test.each([
  ['that the construct gives the container', 'securityContext: { readOnlyRootFilesystem: true },', ''],
  ['that the construct gives another container', '', '- { name: other, image: "shop/rates:1", securityContext: { readOnlyRootFilesystem: true } }'],
])('a volume stands beside the writable directory %s', (_, container, others) => {
  expect(line({ volumes: '{ name: a, projected: {} }', mounts: '{ name: a, mountPath: /a }', container, others })).toContain(`${VOLUMES}/-', { name: 'a', projected: {} })`);
});

test('a writable directory that no prop takes is the only one', () => {
  const parts = { volumes: `{ name: tmp, emptyDir: { sizeLimit: 1Mi } }, ${FILES}`, mounts: `{ name: tmp, mountPath: /tmp }, ${OF_FILES}`, container: 'securityContext: { readOnlyRootFilesystem: true },' };
  const { proof } = proven(deployment(parts));
  expect([adopted(deployment(parts)).kept, proof.unexplained, proof.newFindings, proof.synthesis.yaml.match(/mountPath: \/tmp/g)?.length]).toEqual([[], [], [], 1]);
});

test('an empty list of mounts is kept', () => {
  expect(line({ volumes: '', mounts: '' })).toContain(`${MOUNTS}', [])`);
});

test('a volume that is mounted twice is made once, with one mount that a patch adds', () => {
  const code = line({ volumes: FILES, mounts: `${OF_FILES}, { name: files, mountPath: /more, subPathExpr: $(NAME) }` });
  expect(code).toContain(`${MOUNTS}/-', { name: 'files', mountPath: '/more', subPathExpr: '$(NAME)' })`);
});
