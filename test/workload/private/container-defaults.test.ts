import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { initContainer, portOf, regularContainer } from '../../../src/workload/private/container-defaults';
import { bot, botWith, CONTAINER, containerOf, render } from '../support';

const rendered = (container: Partial<kplus.ContainerProps> = {}) => containerOf(render(chart => botWith(chart, container)));

test('a container without resources is sized for a small client', () => {
  expect(rendered().resources).toEqual({ requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '500m', memory: '256Mi' } });
});

test.each<[string, kplus.ContainerResources, object]>([
  ['none', {}, { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '500m', memory: '256Mi' } }],
  ['a CPU limit', { cpu: { limit: kplus.Cpu.units(2) } }, { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '2', memory: '256Mi' } }],
  ['a CPU request above the default limit', { cpu: { request: kplus.Cpu.units(1) } },
    { requests: { cpu: '1', memory: '64Mi' }, limits: { cpu: '1', memory: '256Mi' } }],
  ['a CPU limit below the default request', { cpu: { limit: kplus.Cpu.millis(10) } },
    { requests: { cpu: '10m', memory: '64Mi' }, limits: { cpu: '10m', memory: '256Mi' } }],
  ['a memory request above the default limit', { memory: { request: Size.gibibytes(1) } },
    { requests: { cpu: '50m', memory: '1024Mi' }, limits: { cpu: '500m', memory: '1024Mi' } }],
  ['a memory limit below the default request', { memory: { limit: Size.mebibytes(32) } },
    { requests: { cpu: '50m', memory: '32Mi' }, limits: { cpu: '500m', memory: '32Mi' } }],
  ['storage', { ephemeralStorage: { limit: Size.gibibytes(1) } },
    { requests: { cpu: '50m', memory: '64Mi' }, limits: { 'cpu': '500m', 'memory': '256Mi', 'ephemeral-storage': '1Gi' } }],
])('given %s, the other resources are the defaults', (_, resources, expected) => {
  expect(rendered({ resources }).resources).toEqual(expected);
});

test('a workload may leave the CPU limit out, of late containers too', () => {
  const objects = render(chart => {
    bot(chart, { cpuLimit: false, initContainers: [{ name: 'init', image: 'x:1' }] }).addContainer({ name: 'late', image: 'x:1' });
  });
  const resources = { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '256Mi' } };
  expect(['init', 'bot', 'late'].map(name => containerOf(objects, name).resources)).toEqual([resources, resources, resources]);
});

test('a given CPU limit stays where the default is left out', () => {
  const resources = { cpu: { limit: kplus.Cpu.millis(20) } };
  const objects = render(chart => bot(chart, { cpuLimit: false, containers: [{ ...CONTAINER, resources }] }));
  expect(containerOf(objects).resources).toMatchObject({ requests: { cpu: '20m' }, limits: { cpu: '20m' } });
});

test.each<[string, Partial<kplus.ContainerProps>]>([['portNumber', { portNumber: 80 }], ['ports', { ports: [{ number: 80 }] }]])(
  'a workload may leave the probes out, where the port is given by %s', (_, port) => {
    const container = containerOf(render(chart => bot(chart, { defaultProbes: false, containers: [{ ...CONTAINER, ...port }] })));
    expect(Object.keys(container).filter(field => field.endsWith('Probe'))).toEqual([]);
    expect(container.ports).toEqual([{ containerPort: 80 }]);
  });

test('a given probe stays where the defaults are left out', () => {
  const given = { portNumber: 80, liveness: kplus.Probe.fromHttpGet('/healthz') };
  const container = containerOf(render(chart => bot(chart, { defaultProbes: false, containers: [{ ...CONTAINER, ...given }] })));
  expect(Object.keys(container).filter(field => field.endsWith('Probe'))).toEqual(['livenessProbe']);
  expect(container.livenessProbe.httpGet.port).toBe(80);
});

test('a container may not do anything by default', () => {
  expect(rendered().securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  });
});

test('one setting of the security context leaves the others', () => {
  expect(rendered({ securityContext: { readOnlyRootFilesystem: false, user: 1000 } }).securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: false,
    runAsNonRoot: true,
    runAsUser: 1000,
    seccompProfile: { type: 'RuntimeDefault' },
  });
});

test('a capability that is added leaves the others dropped', () => {
  const securityContext = { capabilities: { add: [kplus.Capability.NET_BIND_SERVICE] } };
  expect(rendered({ securityContext }).securityContext.capabilities).toEqual({ add: ['NET_BIND_SERVICE'], drop: ['ALL'] });
});

test('given capabilities and seccomp profile stay', () => {
  const securityContext = { capabilities: { drop: [kplus.Capability.CHOWN] }, seccompProfile: { type: kplus.SeccompProfileType.UNCONFINED } };
  expect(rendered({ securityContext }).securityContext).toMatchObject({ capabilities: { drop: ['CHOWN'] }, seccompProfile: { type: 'Unconfined' } });
});

test.each<[string, Partial<kplus.ContainerProps>]>([
  ['portNumber', { portNumber: 9000 }],
  ['port', { port: 9000 }],
  ['ports', { ports: [{ number: 9000 }, { number: 9001 }] }],
  ['ports after one of UDP', { ports: [{ number: 53, protocol: kplus.Protocol.UDP }, { number: 9000 }] }],
])('the probes go to the first TCP port of %s', (_, ports) => {
  const { readinessProbe, livenessProbe, startupProbe } = rendered(ports);
  expect(livenessProbe).toEqual({ tcpSocket: { port: 9000 }, failureThreshold: 6 });
  expect(readinessProbe).toEqual({ tcpSocket: { port: 9000 }, failureThreshold: 3 });
  expect(startupProbe).toEqual({ tcpSocket: { port: 9000 }, failureThreshold: 30 });
});

test.each<[string, Partial<kplus.ContainerProps>]>([['no port', {}], ['ports of UDP only', { ports: [{ number: 53, protocol: kplus.Protocol.UDP }] }]])(
  'a container with %s gets no probes', (_, ports) => {
    const { readinessProbe, startupProbe, livenessProbe } = rendered(ports);
    expect([readinessProbe, startupProbe, livenessProbe]).toEqual([undefined, undefined, undefined]);
  });

test('a given probe stays', () => {
  const { readinessProbe, livenessProbe, startupProbe } = rendered({
    ports: [{ number: 9000 }],
    readiness: kplus.Probe.fromHttpGet('/ready', { port: 9001 }),
    liveness: kplus.Probe.fromTcpSocket({ port: 9002 }),
    startup: kplus.Probe.fromCommand(['true']),
  });
  expect(readinessProbe.httpGet).toMatchObject({ path: '/ready', port: 9001 });
  expect(livenessProbe).toEqual({ tcpSocket: { port: 9002 }, failureThreshold: 3 });
  expect(startupProbe.exec).toEqual({ command: ['true'] });
});

test('an init container gets the same defaults and no probes', () => {
  const { readiness, startup, resources, securityContext } = initContainer({ image: 'x', portNumber: 80 });
  expect([readiness, startup]).toEqual([undefined, undefined]);
  expect({ resources, securityContext }).toEqual({
    resources: regularContainer({ image: 'x' }).resources,
    securityContext: regularContainer({ image: 'x' }).securityContext,
  });
});

test('the variables are left to the wiring', () => {
  expect(regularContainer({ image: 'x', envVariables: { A: kplus.EnvValue.fromValue('a') } }).envVariables).toBeUndefined();
});

test('a container without ports has no port for probes', () => {
  expect(portOf({ image: 'x' })).toBeUndefined();
});

describe('with the path of a health endpoint', () => {
  const ready = (container: Partial<kplus.ContainerProps>, options: { defaultProbes?: boolean } = {}) =>
    new kplus.Container(regularContainer({ image: 'x', ...container }, { readinessPath: '/ready', ...options }))._toKube().readinessProbe;

  test('a container is ready when its port answers', () => {
    expect(ready({ ports: [{ number: 9000 }] })?.httpGet).toMatchObject({ path: '/ready', port: { value: 9000 } });
  });

  test('that is so without default probes too', () => {
    expect(ready({ ports: [{ number: 9000 }] }, { defaultProbes: false })?.httpGet).toMatchObject({ path: '/ready' });
  });

  test('a given readiness probe stays', () => {
    expect(ready({ portNumber: 9000, readiness: kplus.Probe.fromCommand(['true']) })?.exec).toEqual({ command: ['true'] });
  });

  test('a container without a port gets no probe', () => {
    expect(ready({})).toBeUndefined();
  });
});
