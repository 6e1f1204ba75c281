import { body } from '../support/adopted';

/** The code, in one line, that is written for a Deployment whose container has some fields and whose pod has others. */
function written(container: string, pod = ''): string {
  const indented = (text: string, depth: number) => text.replace(/^/gm, ' '.repeat(depth));
  return body(`
apiVersion: apps/v1
kind: Deployment
metadata: { name: rates, namespace: shop }
spec:
  selector: { matchLabels: { app: rates } }
  template:
    metadata: { labels: { app: rates } }
    spec:
${indented(pod, 6)}
      containers:
        # Alone
        - name: main
          image: shop/rates:1
${container.includes('ports:') ? '' : '          ports: [{ containerPort: 8080, name: http }, { containerPort: 9000, name: admin }]'}
${indented(container, 10)}
`).replace(/\n\s*/g, ' ').replace(/, (?=[}\])])/g, ' ').replace(/kplus\./g, '');
}

test.each([
  ['HTTP probe of the first port', 'livenessProbe: { httpGet: { path: /up, port: 8080 } }', "liveness: Probe.fromHttpGet('/up')"],
  ['HTTP probe of another port', 'livenessProbe: { httpGet: { path: /up, port: 9000 } }', "liveness: Probe.fromHttpGet('/up', { port: 9000 })"],
  ['HTTP probe of a port by its name', 'livenessProbe: { httpGet: { path: /up, port: admin } }', "liveness: Probe.fromHttpGet('/up', { port: 9000 })"],
  ['HTTP probe without a path', 'readinessProbe: { httpGet: { port: http } }', "readiness: Probe.fromHttpGet('/')"],
  ['HTTPS probe', 'startupProbe: { httpGet: { path: /up, port: http, scheme: HTTPS } }', 'scheme: ConnectionScheme.HTTPS'],
  ['probe of a TCP port', 'livenessProbe: { tcpSocket: { port: 8080 } }', 'liveness: Probe.fromTcpSocket()'],
  ['probe of another TCP port on a host', 'livenessProbe: { tcpSocket: { port: admin, host: localhost } }', "liveness: Probe.fromTcpSocket({ port: 9000, host: 'localhost' })"],
  ['probe by a command', 'livenessProbe: { exec: { command: [cat, /tmp/up] } }', "liveness: Probe.fromCommand(['cat', '/tmp/up'])"],
  ['times of a probe', 'livenessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 60, timeoutSeconds: 5 }', 'periodSeconds: Duration.minutes(1), timeoutSeconds: Duration.seconds(5)'],
  ['thresholds of a probe that are not the standard', 'livenessProbe: { tcpSocket: { port: 8080 }, failureThreshold: 5, successThreshold: 1 }', 'successThreshold: 1, failureThreshold: 5'],
  ['pull policy', 'imagePullPolicy: IfNotPresent', 'imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT'],
  ['port of another protocol', 'ports: [{ containerPort: 53, protocol: UDP }, { containerPort: 80, protocol: TCP }]', 'ports: [{ number: 53, protocol: Protocol.UDP }, { number: 80 }]'],
  ['comment above all', '', '// Alone { name'],
  ['comment', '# Often\nimagePullPolicy: Never', '// Often imagePullPolicy: ImagePullPolicy.NEVER'],
  ['folder that is mounted for writing', 'securityContext: { readOnlyRootFilesystem: true, runAsUser: 7 }', 'securityContext: { user: 7 }'],
  ['working folder', 'workingDir: /srv', "workingDir: '/srv'"],
  ['command', 'command: [run, "--fast"]', "command: ['run', '--fast']"],
  ['resources', 'resources: { requests: { cpu: 250m, memory: 64Mi }, limits: { cpu: "1", memory: 1Gi } }',
    'resources: { cpu: { request: Cpu.millis(250), limit: Cpu.units(1) }, memory: { request: Size.mebibytes(64), limit: Size.gibibytes(1) } }'],
  ['user and group', 'securityContext: { runAsUser: 7, runAsGroup: 8 }', 'user: 7, group: 8'],
  ['privileges', 'securityContext: { privileged: true, allowPrivilegeEscalation: true }', 'privileged: true, allowPrivilegeEscalation: true'],
  ['capabilities', 'securityContext: { capabilities: { add: [NET_ADMIN], drop: [KILL] } }', 'capabilities: { drop: [Capability.KILL], add: [Capability.NET_ADMIN] }'],
])('the %s of a container', (_, container, code) => {
  expect(written(container)).toContain(code);
});

test.each([
  ['HTTP probe of an unknown port', 'livenessProbe: { httpGet: { path: /up, port: metrics } }', "livenessProbe', { httpGet: { path: '/up', port: k8s.IntOrString.fromString('metrics') } }"],
  ['HTTP probe whose path is no text', 'livenessProbe: { httpGet: { path: 7, port: 8080 } }', "livenessProbe', { httpGet: { path: 7, port: k8s.IntOrString.fromNumber(8080) } }"],
  ['HTTP probe of an unknown scheme', 'livenessProbe: { httpGet: { port: 8080, scheme: GOPHER } }', "livenessProbe/httpGet/scheme', 'GOPHER'"],
  ['probe of an unknown TCP port', 'livenessProbe: { tcpSocket: { port: metrics } }', "livenessProbe', { tcpSocket: { port: k8s.IntOrString.fromString('metrics') } }"],
  ['probe of no port at all', 'livenessProbe: { tcpSocket: { host: localhost } }', "livenessProbe', { tcpSocket: { host: 'localhost' } }"],
  ['probe by a command with a number', 'livenessProbe: { exec: { command: [sleep, 1] } }', "livenessProbe', { exec: { command: ['sleep', 1] } }"],
  ['probe by gRPC', 'livenessProbe: { grpc: { port: 9000 } }', "livenessProbe', { grpc: { port: 9000 } }"],
  ['probe of another TCP port than the first one, with more', 'livenessProbe: { tcpSocket: { port: 9000 }, terminationGracePeriodSeconds: 5 }', "livenessProbe/terminationGracePeriodSeconds', 5"],
  ['port with a number on the node', 'ports: [{ containerPort: 8080, hostPort: 80 }]', "ports', [{ containerPort: 8080, hostPort: 80 }]"],
  ['command with a number', 'command: [sleep, 1]', "command', ['sleep', 1]"],
  ['command with the address of a server', 'args: ["--server=nats://bus.nats:4222"]', "args', [ '--server=nats://bus.nats:4222' ]"],
  ['switch that is none', 'securityContext: { privileged: maybe }', "securityContext', { privileged: 'maybe' }"],
  ['capability that is none', 'securityContext: { capabilities: { add: [net-admin] } }', "securityContext', { capabilities: { add: ['net-admin'] } }"],
  ['resource of another kind', 'resources: { limits: { cpu: 1, gpu: 1 } }', "resources/limits/gpu', k8s.Quantity.fromNumber(1)"],
  ['amount of memory in another unit', 'resources: { limits: { memory: 64M } }', "resources', { limits: { memory: k8s.Quantity.fromString('64M') } }"],
])('a %s is left to a patch', (_, container, patch) => {
  expect(written(container)).toContain(`JsonPatch.add('/spec/template/spec/containers/0/${patch})`);
});

test('what drops all capabilities says nothing, as that is the default', () => {
  expect(written('securityContext: { capabilities: { drop: [ALL] } }')).not.toContain('capabilities');
});

test('a container that may not run as root because of its pod says nothing of it', () => {
  expect(written('workingDir: /srv', 'securityContext: { runAsNonRoot: true }')).not.toContain('ensureNonRoot');
});

test.each([
  ['nothing, which is a folder', '{ name: tmp, emptyDir: }', "volume: Volume.fromEmptyDir(this, 'tmp', 'tmp')"],
  ['an empty folder', '{ name: tmp, emptyDir: {} }', "volume: Volume.fromEmptyDir(this, 'tmp', 'tmp')"],
  ['a folder of the node', '{ name: tmp, hostPath: { path: /srv } }', "volume: Volume.fromHostPath(this, 'tmp', 'tmp', { path: '/srv' })"],
  ['a claim', '{ name: tmp, persistentVolumeClaim: { claimName: disk, readOnly: true } }', "PersistentVolumeClaim.fromClaimName(this, 'disk', 'disk')"],
  ['a Secret', '{ name: tmp, secret: { secretName: keys, defaultMode: 256 } }', "{ name: 'tmp', defaultMode: 256 }"],
  ['a ConfigMap', '{ name: tmp, configMap: { name: files, optional: true } }', "{ name: 'tmp', optional: true }"],
])('a volume of %s', (_, volume, code) => {
  expect(written('volumeMounts: [{ name: tmp, mountPath: /tmp, subPath: a, readOnly: true }]', `volumes: [${volume}]`)).toContain(code);
});

test.each([
  ['of no kind', '{ name: tmp }', "{ name: 'tmp' }"],
  ['of an unknown kind', '{ name: tmp, csi: { driver: disk } }', "{ name: 'tmp', csi: { driver: 'disk' } }"],
  ['with two sources', '{ name: tmp, emptyDir: {}, hostPath: { path: /srv } }', "{ name: 'tmp', emptyDir: {}, hostPath: { path: '/srv' } }"],
  ['of a limited size', '{ name: tmp, emptyDir: { sizeLimit: 1Gi } }', "{ name: 'tmp', emptyDir: { sizeLimit: k8s.Quantity.fromString('1Gi') } }"],
  ['of some files of a ConfigMap', '{ name: tmp, configMap: { name: files, items: [{ key: a, path: b }] } }', "{ name: 'tmp', configMap: { name: 'files', items: [{ key: 'a', path: 'b' }] } }"],
])('a volume %s is left to a patch, and so is its mount', (_, volume, value) => {
  const code = written('volumeMounts: [{ name: tmp, mountPath: /tmp }]', `volumes: [${volume}]`);
  expect(code).toContain(`JsonPatch.add('/spec/template/spec/volumes', [${value}])`);
  expect(code).toContain("JsonPatch.add('/spec/template/spec/containers/0/volumeMounts', [{ name: 'tmp', mountPath: '/tmp' }])");
});

test('a volume that several containers mount is made once', () => {
  const pod = 'initContainers: [{ name: first, image: "shop/rates:1", volumeMounts: [{ name: tmp, mountPath: /tmp }] }]\nvolumes: [{ name: tmp, emptyDir: {} }]';
  expect(written('volumeMounts: [{ name: tmp, mountPath: /tmp }]', pod).split('Volume.fromEmptyDir')).toHaveLength(2);
});

test('a volume that nobody mounts is kept', () => {
  expect(written('workingDir: /srv', 'volumes: [{ name: tmp, emptyDir: {} }]')).toContain("volumes: [Volume.fromEmptyDir(this, 'tmp', 'tmp')]");
});
