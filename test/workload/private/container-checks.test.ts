import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { containerFault, hasMovingTag } from '../../../src/workload/private/container-checks';

const fault = (container: Partial<kplus.ContainerProps>) => containerFault({ name: 'bot', image: 'petrosa/bot:1.0.0', ...container })?.wrong;

test.each([
  'petrosa/bot:1.0.0', 'bot', 'nginx:1.25', 'localhost:5000/a/b-c__d:v1', 'registry.example.com/x:VERSION_PLACEHOLDER',
  `x@sha256:${'a'.repeat(64)}`, `x:1@sha256:${'a'.repeat(64)}`,
])('image %s is taken', image => {
  expect(fault({ image })).toBeUndefined();
});

test.each(['', 'Petrosa/bot:1', 'bot:', 'bot:${TAG}', '<org>/bot:1', 'a b', 'x@sha256:abc', 'https://x/y', `x:${'a'.repeat(129)}`])('image %j is refused', image => {
  expect(fault({ image })).toContain('which is no image reference');
});

test.each(['Bad_Name', '', 'a.b', '-a', 'a'.repeat(64)])('container name %j is refused', name => {
  expect(fault({ name })).toContain('is no DNS label');
});

test.each([0, 65536, 1.5, -1, NaN])('port %p is refused', number => {
  expect(fault({ ports: [{ number }] })).toContain(`has port ${number}`);
  expect(fault({ portNumber: number })).toContain(`has port ${number}`);
});

test.each(['HTTP', 'a_b', 'x'.repeat(16), '80', '-a', 'a--b'])('port name %j is refused', name => {
  expect(fault({ ports: [{ number: 80, name }] })).toContain(`has a port named "${name}"`);
});

test.each(['http', 'h2c', 'http-metrics', 'x'.repeat(15)])('port name %j is taken', name => {
  expect(fault({ ports: [{ number: 80, name }] })).toBeUndefined();
});

test('a container without image is refused', () => {
  expect(fault({ image: undefined })).toBe('container bot has no image');
});

test('a CPU request above the limit is refused, in whatever units', () => {
  expect(fault({ resources: { cpu: { request: kplus.Cpu.units(1), limit: kplus.Cpu.millis(500) } } })).toContain('requests 1 CPU, more than its limit 500m');
});

test('a memory request above the limit is refused, in whatever units', () => {
  expect(fault({ resources: { memory: { request: Size.gibibytes(1), limit: Size.mebibytes(512) } } })).toContain('requests more memory than its limit');
});

test('a request that equals its limit is taken', () => {
  expect(fault({ resources: { cpu: { request: kplus.Cpu.units(1), limit: kplus.Cpu.millis(1000) } } })).toBeUndefined();
});

test.each(['bot', 'bot:latest', 'localhost:5000/bot'])('image %s has a moving tag', image => {
  expect(hasMovingTag(image)).toBe(true);
});

test.each(['bot:1', 'bot:VERSION_PLACEHOLDER', 'localhost:5000/bot:1', `bot:latest@sha256:${'a'.repeat(64)}`])('image %s has none', image => {
  expect(hasMovingTag(image)).toBe(false);
});
