import { ManifestSet, readText, SourceDocument } from '../../../../src/manifest';
import { DEFAULT_OPTIONS } from '../../../../src/verify';
import { SetFacts } from '../../../../src/verify/facts/set-facts';
import { offeredKeys, Offers, soleOffers } from '../../../../src/verify/rules/private/offers';

function documents(...objects: object[]): readonly SourceDocument[] {
  return readText('x.yaml', objects.map(object => JSON.stringify(object)).join('\n---\n')).documents;
}

function config(name: string, data: Record<string, string>, namespace = 'shop'): object {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data };
}

function pod(name: string, key: string): object {
  const env = [{ name: 'X', valueFrom: { configMapKeyRef: { name: 'settings', key } } }];
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'shop' }, spec: { containers: [{ name, env }] } };
}

function offers(files: object[], state: object[] = []): Offers {
  return new Offers(new SetFacts(new ManifestSet({ files: documents(...files), state: documents(...state) }), [], DEFAULT_OPTIONS));
}

test('what the cluster holds is offered', () => {
  expect(offers([], [config('settings', { NATS_URL: 'x', LOG_LEVEL: 'y' })]).matching('shop', /^NATS_/).map(({ key }) => key)).toEqual(['NATS_URL']);
});

test('what another namespace holds is not', () => {
  expect(offers([], [config('settings', { NATS_URL: 'x' }, 'trial')]).matching('shop', /^NATS_/)).toEqual([]);
});

test('of the files a key is offered that a workload takes', () => {
  expect(offers([config('settings', { NATS_URL: 'x', NATS_ENABLED: 'y' }), pod('orders', 'NATS_URL')]).matching('shop', /^NATS_/).map(({ key }) => key)).toEqual(['NATS_URL']);
});

test('the same question has the same answer', () => {
  const all = offers([], [config('settings', { NATS_URL: 'x' })]);
  expect(all.matching('shop', /^NATS_/)).toBe(all.matching('shop', /^NATS_/));
});

test('of some objects only their keys are offered', () => {
  const set = new ManifestSet({ files: [], state: documents(config('settings', { NATS_URL: 'x' }), config('others', { NATS_URL: 'y', NATS_USER: 'z' })) });
  const all = new Offers(new SetFacts(set, [], DEFAULT_OPTIONS));
  expect(all.matchingOf([set.find('ConfigMap', 'shop', 'others')!], /^NATS_/).map(({ key }) => key)).toEqual(['NATS_URL', 'NATS_USER']);
});

test('what several objects offer is no sole offer', () => {
  const all = offers([], [config('settings', { NATS_URL: 'x' }), config('others', { NATS_URL: 'y', NATS_USER: 'z' })]);
  expect(all.soleMatching('shop', /^NATS_/).map(({ key }) => key)).toEqual(['NATS_USER']);
  expect(all.soleMatching('shop', /^NATS_/)).toBe(all.soleMatching('shop', /^NATS_/));
  expect(soleOffers([])).toEqual([]);
});

test('the keys of an object are named together', () => {
  const all = offers([], [config('a', { NATS_URL: 'x', NATS_ENABLED: 'y' }), config('b', { NATS_USER: 'z' })]);
  expect(offeredKeys(all.matching('shop', /^NATS_/))).toBe('NATS_URL, NATS_ENABLED from ConfigMap a, NATS_USER from ConfigMap b');
});
