import { ManifestSet, readText } from '../../../../src/manifest';
import { SubjectUse } from '../../../../src/verify/facts/facts';
import { statedSubjects } from '../../../../src/verify/rules/private/stated-subjects';

const [CONFIG] = new ManifestSet({ files: readText('x.yaml', '{ apiVersion: v1, kind: ConfigMap, metadata: { name: settings }, data: { topic: x } }').documents }).objects;

function stated(name: string, text: string): string[] {
  const use: SubjectUse = { name, text, role: 'publish', place: CONFIG.at('data', 'topic'), workloads: [] };
  return statedSubjects([use]).map(subject => subject.text);
}

test('the subjects of a list are separate', () => {
  expect(stated('NATS_TOPIC', 'orders.created, orders.paid,')).toEqual(['orders.created', 'orders.paid']);
});

test.each(['NATS_PUBLISH_ALLOW', 'NATS_SUBJECT_FILTER'])('%s restricts others and is no subject', (name) => {
  expect(stated(name, 'orders.>')).toEqual([]);
});

test('without NATS in the name a text of several tokens counts', () => {
  expect(stated('ORDER_TOPIC', 'orders.created')).toEqual(['orders.created']);
});

test.each([['MAIL_SUBJECT', 'Your order. It has left.'], ['KAFKA_TOPIC', 'orders'], ['CERT_SUBJECT', 'CN=orders.example'], ['PUBLISH_DIR', 'a.b']])('%s with %j is of something else', (name, text) => {
  expect(stated(name, text)).toEqual([]);
});

test('the key of a ConfigMap is named as the holder', () => {
  const use: SubjectUse = { name: 'NATS_TOPIC', text: 'a', role: 'publish', place: CONFIG.at('data', 'topic'), workloads: [] };
  expect(statedSubjects([use])[0].holder).toBe('topic of ConfigMap settings');
});
