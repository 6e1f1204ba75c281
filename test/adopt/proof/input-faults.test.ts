import { inputFaults } from '../../../src/adopt';
import { ManifestSet, readText } from '../../../src/manifest';
import { formatInputFault } from '../../../src/report';

const CONFIG = (data: string, namespace = 'shop') => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: feed, namespace: ${namespace} }\ndata: ${data}\n---\n`;
const faults = (text: string): string[] => inputFaults(new ManifestSet({ files: readText('k8s/a.yaml', text).documents }).objects).map(formatInputFault);

test.each(['constructor', '__proto__'])('the key %s is named with its place, since cdk8s does not render it', (key) => {
  expect(faults(CONFIG(`{ A: b, ${key}: c }`))).toEqual([`k8s/a.yaml:4:15 error ConfigMap shop/feed: cdk8s cannot render the key ${key} of data; give it another name`]);
});

test('a key in an item of a list is found', () => {
  expect(faults('apiVersion: v1\nkind: Pod\nmetadata: { name: feed }\nspec: { containers: [{ constructor: c }] }\n'))
    .toEqual([expect.stringContaining('the key constructor of spec.containers[0]')]);
});

test('other names of the language are keys like any', () => {
  expect(faults(CONFIG('{ toString: a, hasOwnProperty: b, prototype: c }'))).toEqual([]);
});

const FEED = (id: string): string => `apiVersion: example.com/v1\nkind: Feed\nmetadata: { name: feed, namespace: shop }\nspec: { ids: [1, ${id}] }\n`;

test.each([['9007199254740993', '9007199254740992'], ['-9223372036854775807', '-9223372036854775808']])('the number %s is named with what it would become', (id, rounded) => {
  expect(faults(FEED(id))).toEqual([
    `k8s/a.yaml:4:18 error Feed shop/feed: spec.ids[1] is ${id}, which JavaScript rounds to ${rounded}; write a text, if it may be one, or leave the object out`,
  ]);
});

test.each(['9007199254740991', '9007199254740992', '1e300', '"9007199254740993"', '1.5'])('%s stays what it is', (id) => {
  expect(faults(FEED(id))).toEqual([]);
});

test('two definitions of one object that differ are named with both places', () => {
  expect(faults(CONFIG('{ A: b }') + CONFIG('{ A: c }')))
    .toEqual(['k8s/a.yaml:6:1 error ConfigMap shop/feed: it is defined in another way at k8s/a.yaml:1:1; leave out one of the two, or adopt their folders one by one']);
});

test.each([
  ['that say the same', CONFIG('{ A: b }') + CONFIG('{ A: b }')],
  ['in two namespaces', CONFIG('{ A: b }') + CONFIG('{ A: c }', 'other')],
  ['that get their name at apply', (CONFIG('{ A: b }') + CONFIG('{ A: c }')).replaceAll('name: feed', 'generateName: feed-')],
])('definitions %s can be adopted', (_, text) => {
  expect(faults(text)).toEqual([]);
});
