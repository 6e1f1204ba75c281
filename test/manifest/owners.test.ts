import { JsonObject, ManifestObject, SourceDocument } from '../../src/manifest';
import { ownersOf } from '../../src/manifest/owners';

function object(kind: string, name: string, ownerReferences?: unknown): ManifestObject {
  const value = { apiVersion: 'v1', kind, metadata: { name, ownerReferences } } as unknown as JsonObject;
  return new ManifestObject(SourceDocument.ofValue('a', value), [], value, 'apps', 'state');
}

/** The names of the owners of a Pod with these references, where the set holds these objects. */
function owners(references: unknown, others: readonly ManifestObject[]): string[] {
  const found = ownersOf(object('Pod', 'a', references), ({ kind, name }) => others.find(other => other.kind === kind && other.name === name));
  return [...found].map(({ name }) => name);
}

test('owners are those that are there, and theirs', () => {
  const cronJob = object('CronJob', 'c');
  const job = object('Job', 'b', [{ kind: 'CronJob', name: 'c' }]);
  expect(owners([{ kind: 'Node', name: 'n' }, { kind: 'Job', name: 'b' }], [job, cronJob])).toEqual(['b', 'c']);
});

test('owners in a circle are found once each', () => {
  expect(owners([{ kind: 'Job', name: 'b' }], [object('Job', 'b', [{ kind: 'Job', name: 'b' }])])).toEqual(['b']);
});

test('the group of an owner is that of its API version', () => {
  const groups: string[] = [];
  ownersOf(object('Pod', 'a', [{ apiVersion: 'example.com/v1', kind: 'A', name: 'a' }, { apiVersion: 'v1', kind: 'B', name: 'b' }]), ({ group }) => {
    groups.push(group);
    return undefined;
  });
  expect(groups).toEqual(['example.com', '']);
});

test.each([[[{ kind: 'Job', name: 'c' }]], [[{ kind: 'Job' }]], [[null, 1]], ['Job'], [undefined]])('%j names no owner', (references) => {
  expect(owners(references, [object('Job', 'b')])).toEqual([]);
});
