import * as fc from 'fast-check';
import { Excerpts } from '../../../src/report/private/excerpt';

const at = (line: number, column: number, endColumn = column + 1, endLine = line) => ({ file: 'a.yaml', line, column, endLine, endColumn });
const excerpt = (text: string | undefined, position: ReturnType<typeof at>) => new Excerpts(() => text).of(position);

test('the marker stands below the place and is as long', () => {
  expect(excerpt('a: one\nb: two\n', at(2, 4, 7))).toEqual({ line: 'b: two', marker: '   ^~~' });
});

test('a place of several lines is marked to the end of its first', () => {
  expect(excerpt('a: |\n  one\n', at(1, 4, 6, 2))).toEqual({ line: 'a: |', marker: '   ^' });
});

test('tabs before the place stay tabs, so that the marker stands below it', () => {
  expect(excerpt('\ta: one', at(1, 5, 8))?.marker).toBe('\t   ^~~');
});

test('a long line is cut around the place', () => {
  expect(excerpt(`${'a'.repeat(500)}WRONG${'b'.repeat(500)}`, at(1, 501, 506))).toEqual({
    line: `…${'a'.repeat(60)}WRONG${'b'.repeat(55)}…`, marker: ` ${' '.repeat(60)}^~~~~`,
  });
});

test.each([
  ['a file that is not there', undefined],
  ['an empty line', ' \n'],
  ['a line with a credential', 'url: nats://user:pass@nats:4222'],
  ['a file with a Secret', 'apiVersion: v1\nkind: Secret\ndata:\n  token: c2VjcmV0\n'],
  ['a Secret in a list', 'items:\n  - kind: "Secret"\n    data: { token: c2VjcmV0 }\n'],
  ['a Secret in flow style', '{ apiVersion: v1, kind: Secret, data: { token: c2VjcmV0 } }\n'],
  ['a list in flow style', '{ apiVersion: v1, kind: List, items: [{ apiVersion: v1, data: { token: c2VjcmV0 }, "kind": Secret }] }\n'],
  ['a SecretList', 'apiVersion: v1\nkind: SecretList\nitems:\n  - data: { token: c2VjcmV0 }\n'],
  ['a Secret behind an anchor', 'token: c2VjcmV0\nkind: &kind Secret\n'],
  ['a Secret behind an alias', 'token: c2VjcmV0\nname: &kind Secret\nkind: *kind\n'],
  ['a Secret behind a tag', 'token: c2VjcmV0\nkind: !!str Secret\n'],
  ['a Secret whose kind is a complex key', 'token: c2VjcmV0\n? kind\n: Secret\n'],
  ['a Secret in escape sequences', 'token: c2VjcmV0\nkind: "\\u0053ecret"\n'],
  ['a Secret within a template of objects', 'objects: [{ data: { token: c2VjcmV0 }, kind: &kind Secret }]\n'],
  ['a Secret in a value of a ConfigMap', 'token: c2VjcmV0\ndata:\n  secret.yaml: |\n    kind: Secret\n'],
  ['a Secret in a second document', 'token: c2VjcmV0\n---\nkind: !!str Secret\n'],
  ['a Secret in a file that does not parse', 'token: c2VjcmV0\nkind: !!str Secret\ndata: [\n'],
  ['a SecretList in a file that does not parse', 'token: c2VjcmV0\nkind: &kind SecretList\ndata: [\n'],
  ['a Secret in JSON', '{"apiVersion":"v1","kind":"Secret","data":{"token":"c2VjcmV0"}}'],
])('of %s nothing is shown', (_, text) => {
  expect(excerpt(text, at(1, 1))).toBeUndefined();
});

test.each([
  ['refers to a Secret', 'a: one\nenv: [{ valueFrom: { secretKeyRef: { name: x, key: y } } }]\n'],
  ['says Secret in a comment', 'a: one # the Secret is elsewhere\n'],
  ['holds a kind whose name ends so', 'a: one\nkind: ExternalSecret\n'],
  ['does not parse and refers to a Secret', 'a: one\nsecretRef: [\n'],
])('a file that %s is shown', (_, text) => {
  expect(excerpt(text, at(1, 1))?.line).toMatch(/^a: one/);
});

test('a line that is not there shows nothing', () => {
  expect(excerpt('a: one', at(7, 1))).toBeUndefined();
});

test('whatever the place, the excerpt is at most two characters longer than the widest line shown', () => {
  fc.assert(fc.property(fc.string(), fc.nat(300), fc.nat(300), (text, column, length) => {
    const shown = excerpt(text, at(1, column + 1, column + 1 + length));
    expect(shown === undefined || (shown.line.length <= 122 && shown.marker.includes('^'))).toBe(true);
  }));
});
