import { addressPhrase, fullAddress, natsServerAddress } from '../../../../src/verify/rules/private/address-phrases';
import { configObject, deployment, factsOf } from '../../../support/facts';

const service = (name: string, ports: string, namespace = 'messaging'): string =>
  `---\n{ apiVersion: v1, kind: Service, metadata: { name: ${name}, namespace: ${namespace} }, spec: { ${ports} } }\n`;

function use(name: string, value: string): ReturnType<typeof factsOf>['urls'][number] {
  return factsOf(deployment('orders', `env: [{ name: ${name}, value: "${value}" }]`)).urls[0];
}

test.each([
  ['NATS_URL', 'bus:4222', 'nats://nats.messaging.svc.cluster.local:4222'],
  ['NATS_URL', 'http://bus:4222', 'nats://nats.messaging.svc.cluster.local:4222'],
  ['NATS_URL', 'tls://bus:4222', 'tls://nats.messaging.svc.cluster.local:4222'],
  ['NATS_HOST', 'bus', 'nats.messaging.svc.cluster.local'],
  ['REDIS_ADDR', 'cache:4222', 'nats.messaging.svc.cluster.local:4222'],
  ['API', 'https://api', 'https://nats.messaging.svc.cluster.local:4222'],
])('what to write for %s=%s keeps its form', (name, value, expected) => {
  expect(fullAddress(use(name, value), { name: 'nats', namespace: 'messaging' }, 4222, 'cluster.local')).toBe(name === 'REDIS_ADDR' ? `nats://${expected}` : expected);
});

test('the only server of the cluster is what to write, not the headless Service beside it', () => {
  const text = service('nats', 'ports: [{ port: 4222 }]') + service('nats-headless', 'clusterIP: None, ports: [{ port: 4222 }]');
  expect(natsServerAddress(factsOf(text).set, 'cluster.local')).toBe('nats://nats.messaging.svc.cluster.local:4222');
});

test('of two servers none is chosen', () => {
  const text = service('nats', 'ports: [{ port: 4222 }]') + service('other', 'ports: [{ port: 4222 }]');
  expect(natsServerAddress(factsOf(text).set, 'cluster.local')).toBe('nats://<service>.<namespace>.svc.cluster.local:4222');
});

test('an address of the state is said to come from there', () => {
  const linted = deployment('orders', 'env: [{ name: BROKER, valueFrom: { configMapKeyRef: { name: c, key: NATS_URL } } }]');
  const [found] = factsOf(linted, { state: configObject('ConfigMap', 'c', '{ NATS_URL: "nats://bus:4222" }') }).urls;
  expect(addressPhrase(found)).toBe('BROKER is nats://bus:4222, from key NATS_URL of ConfigMap c in the cluster');
});

test.each([
  ['args: ["--nats", "nats://bus:4222"]', '--nats is nats://bus:4222'],
  ['args: ["--nats=nats://bus:4222"]', '--nats is nats://bus:4222'],
  ['args: ["-nats", "nats://bus:4222"]', '-nats is nats://bus:4222'],
  ['args: ["nats://bus:4222"]', 'an argument is nats://bus:4222'],
])('the address in %s is named as it is written', (words, expected) => {
  expect(addressPhrase(factsOf(deployment('orders', words)).urls[0])).toBe(expected);
});
