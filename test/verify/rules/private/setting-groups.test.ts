import { groupOf, needOf } from '../../../../src/verify/rules/private/setting-groups';

test.each([
  ['NATS_URL', 'NATS'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'OpenTelemetry exporter'],
  ['OTEL_PROPAGATORS', undefined],
  ['MONGO_HOST', 'MONGO_'],
  ['MONGODB_HOST', 'MONGODB_'],
  ['LOG_LEVEL', undefined],
])('%s belongs to the group %s', (key, group) => {
  expect(groupOf(key)?.what).toBe(group);
});

test.each(['NATS_SUBJECT_PREFIX', 'NATS_SUBJECT_PREFIX_TRIAL', 'NATS_CONSUMER_TOPIC'])('%s tells the program its subjects', (name) => {
  expect(needOf(name)).toBe('NATS_SUBJECT');
});

test('other names stand for themselves', () => {
  expect(needOf('NATS_ENABLED')).toBe('NATS_ENABLED');
});
