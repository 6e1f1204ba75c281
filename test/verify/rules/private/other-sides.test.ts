import { ManifestSet, readText } from '../../../../src/manifest';
import { DEFAULT_OPTIONS } from '../../../../src/verify';
import { OtherSides } from '../../../../src/verify/rules/private/other-sides';

function sides(data: Record<string, string>): OtherSides {
  const { documents } = readText('x.yaml', JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x', namespace: 'shop' }, data }));
  return new OtherSides({ set: new ManifestSet({ files: [], state: documents }), options: DEFAULT_OPTIONS });
}

test('a publisher of the cluster is the other side of a subscriber', () => {
  expect(sides({ NATS_TOPIC: 'orders.created' }).has('publish', 'orders.*')).toBe(true);
});

test('a subscriber is no publisher', () => {
  expect(sides({ NATS_CONSUMER_TOPIC: 'orders.created' }).has('publish', 'orders.created')).toBe(false);
});

test('a text whose role nobody knows may be either', () => {
  const others = sides({ topic: 'orders.created' });
  expect([others.has('publish', 'orders.created'), others.has('subscribe', 'orders.created')]).toEqual([true, true]);
});

test('under a prefix everything may be published', () => {
  expect(sides({ NATS_SUBJECT_PREFIX: 'orders' }).has('publish', 'orders.created.eu')).toBe(true);
});

test('a subject in other capitals is found', () => {
  expect(sides({ NATS_TOPIC: 'Orders.created' }).inOtherCapitals('publish', 'orders.created')).toBe('Orders.created');
});

test('the same capitals are no difference', () => {
  expect(sides({ NATS_TOPIC: 'orders.created' }).inOtherCapitals('publish', 'orders.created')).toBeUndefined();
});

test('addresses are no subjects', () => {
  expect(sides({ NATS_TOPIC: 'http://orders.example' }).of('publish')).toEqual([]);
});
