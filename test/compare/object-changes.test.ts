import { objectChanges } from '../../src/compare';
import { setOf } from '../support/sets';

function configMap(name: string, data: string, rest = ''): string {
  return `---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: shop }\ndata: ${data}\n${rest}`;
}

function changes(before: string, after: string, state?: string): string[] {
  return objectChanges(setOf(before, state), setOf(after, state))
    .map(({ kind, before: old, after: current, fields }) => [kind, (current ?? old)!.name, ...fields.map(({ path }) => path)].join(' '));
}

describe('objectChanges', () => {
  test('an object that only one side has is added or removed', () => {
    expect(changes(configMap('a', '{}'), configMap('b', '{}'))).toEqual(['added b', 'removed a']);
  });

  test('an object that is written in another way has not changed', () => {
    expect(changes(configMap('a', '{ A: "1", B: "2" }'), configMap('a', '{ B: "2", A: "1" }'))).toEqual([]);
  });

  test('the fields that differ are named', () => {
    expect(changes(configMap('a', '{ A: "1" }'), configMap('a', '{ A: "2" }'))).toEqual(['changed a data.A']);
  });

  test('an object in another version of its group is the same object', () => {
    const autoscaler = (version: string) => `apiVersion: autoscaling/${version}\nkind: HorizontalPodAutoscaler\nmetadata: { name: a, namespace: shop }\n`;
    expect(changes(autoscaler('v2beta2'), autoscaler('v2'))).toEqual(['changed a apiVersion']);
  });

  test('objects of one kind in two foreign groups are two objects', () => {
    const cluster = (group: string) => `apiVersion: ${group}/v1\nkind: Cluster\nmetadata: { name: a, namespace: shop }\n`;
    expect(changes(cluster('postgres.example.com'), cluster('mongo.example.com'))).toEqual(['added a', 'removed a']);
  });

  test('of two definitions the last one counts', () => {
    expect(changes(configMap('a', '{ A: "1" }') + configMap('a', '{ A: "2" }'), configMap('a', '{ A: "2" }'))).toEqual([]);
  });

  test('what is only in the state is no change', () => {
    expect(changes('', '', configMap('a', '{ A: "1" }'))).toEqual([]);
  });

  test('objects that get their names at apply are told apart by their order', () => {
    const job = (image: string) => `---\napiVersion: batch/v1\nkind: Job\nmetadata: { generateName: load-, namespace: shop }\nspec: { image: ${image} }\n`;
    expect(changes(job('a') + job('b'), job('a') + job('c'))).toEqual(['changed  spec.image']);
  });
});
