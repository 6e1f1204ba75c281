import { readText } from '../../src/manifest';
import { templateOffset } from '../../src/manifest/template-offset';

test.each([
  'data:\n  a: {{ .Values.a }}\n', '{{- if .Values.on }}\na: 1\n{{- end }}\n', '{% if on %}\na: 1\n{% endif %}\n', 'a: "{{ include "b" . }}"\n',
])('%j is a template', (text) => {
  expect(readText('a.yaml', text).problems).toEqual([expect.objectContaining({ kind: 'template' })]);
});

test('the problem is where the braces are', () => {
  expect(readText('a.yaml', 'data:\n  a: {{ .Values.a }}\n').problems[0].position).toMatchObject({ line: 2, column: 6 });
});

test('braces in quotes are a text', () => {
  expect(readText('a.yaml', 'a: "{{ b }}"\n').problems).toEqual([]);
});

test('a fault in a line without braces is no template where braces stand in quotes and comments only', () => {
  expect(templateOffset('a: "{{ b }}" # {{ c }}\nb: c: d\n', 24)).toBeUndefined();
});

test('a file has one problem for all its templates', () => {
  expect(readText('a.yaml', 'a: {{ b }}\n---\na: {{ c }}\n').problems).toHaveLength(1);
});
