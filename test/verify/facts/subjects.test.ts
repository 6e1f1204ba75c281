import { configObject, deployment, FactsParts, factsOf } from '../../support/facts';

function subjects(text: string, parts: FactsParts = {}): string[] {
  return factsOf(text, parts).subjects.map(({ role, name, text: subject, workloads }) => `${role} ${name} ${subject} by ${workloads.map(workload => workload.name).join()}`);
}

test.each([
  ['NATS_TOPIC', 'orders.created', 'publish'],
  ['NATS_PUBLISHER_TOPIC', 'orders', 'publish'],
  ['NATS_CONSUMER_TOPIC', 'orders.*', 'subscribe'],
  ['NATS_SUBJECT_REPORT', 'reports.daily', 'subscribe'],
  ['EVENTS_SUBSCRIBE_TO', 'orders.>', 'subscribe'],
  ['ORDERS_SUBJECT', 'orders..created', 'subscribe'],
])('%s=%s is a subject to %s', (name, value, role) => {
  expect(subjects(deployment('orders', `env: [{ name: ${name}, value: "${value}" }]`))).toEqual([`${role} ${name} ${value} by orders`]);
});

test.each([
  ['NATS_SUBJECT_PREFIX_PRODUCTION', 'orders'], ['ENABLE_PUBLISHING', 'true'], ['PUBLISH_INTERVAL', '5s'], ['PUBLISH_EVERY', '30s'], ['NATS_SUBJECT_QUEUE_GROUP', 'workers'],
  ['KAFKA_CONSUMER_TOPIC', 'orders'], ['MAIL_SUBJECT', 'Welcome'], ['PUBLISH_URL', 'http://api'], ['PUBLISHER', 'jane doe'], ['NATS_URL', 'nats://bus'],
])('%s=%s is no subject', (name, value) => {
  expect(subjects(deployment('orders', `env: [{ name: ${name}, value: "${value}" }]`))).toEqual([]);
});

test('a key that several workloads take is one subject', () => {
  const users = ['a', 'b'].map(name => deployment(name, 'envFrom: [{ configMapRef: { name: c } }]')).join('');
  expect(subjects(configObject('ConfigMap', 'c', '{ NATS_TOPIC: orders.created }') + users)).toEqual(['publish NATS_TOPIC orders.created by a,b']);
});

test('a key that nobody is known to take is a subject', () => {
  expect(subjects(configObject('ConfigMap', 'c', '{ NATS_TOPIC: orders.created }'))).toEqual(['publish NATS_TOPIC orders.created by ']);
});

test('the names are configurable', () => {
  expect(subjects(deployment('orders', 'env: [{ name: CHANNEL, value: a.b }]'), { subjectNames: [{ pattern: 'CHANNEL', role: 'publish' }] })).toEqual([
    'publish CHANNEL a.b by orders',
  ]);
});
