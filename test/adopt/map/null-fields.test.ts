import { parse } from 'yaml';
import { isProven } from '../../../src/adopt';
import { body } from '../support/adopted';
import { proven } from '../support/proven';

const WIDGET = `apiVersion: example.com/v1
kind: Widget
metadata: { name: w, namespace: shop, creationTimestamp: null }
spec:
  # Nobody knows
  size: ~
  hostIP: null
  inner: { "a/b~c": null }
  items: [1, null, { a: null }]
`;

describe('null in a kind that is none of Kubernetes itself', () => {
  it('is rendered', () => {
    expect(parse(proven(WIDGET).proof.synthesis.yaml).spec).toEqual({ size: null, hostIP: null, inner: { 'a/b~c': null }, items: [1, null, { a: null }] });
  });

  it('is proven', () => {
    expect(isProven(proven(WIDGET).proof)).toBe(true);
  });

  it('is set by a patch alone, and its comment is kept', () => {
    expect(body(WIDGET)).toBe(`new ApiObject(this, 'widget', {
  apiVersion: 'example.com/v1',
  kind: 'Widget',
  metadata: { name: 'w' },
  // size: Nobody knows
  spec: { inner: {}, items: [1, null, {}] },
}).addJsonPatch(
  JsonPatch.add('/spec/size', null),
  JsonPatch.add('/spec/hostIP', null),
  JsonPatch.add('/spec/inner/a~1b~0c', null),
  JsonPatch.add('/spec/items/2/a', null),
);`);
  });

  it('is lost by no object of a whole', () => {
    expect(parse(proven(WIDGET.replace(/spec:\n[^]*/, 'spec: ~\n')).proof.synthesis.yaml)).toHaveProperty('spec', null);
  });
});

test('null in a kind of Kubernetes is no value', () => {
  expect(body('apiVersion: v1\nkind: Pod\nmetadata: { name: w, namespace: shop }\nspec: { hostname: null, containers: [] }\n')).not.toContain('JsonPatch');
});
