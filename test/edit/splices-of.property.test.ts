import * as fc from 'fast-check';
import { afterEdits } from './edit-model';
import { edited, insert, objectsOf, pathsOf, remove, replace, rename, TextEdit } from './edited';
import { StyledYaml, styledYaml, values } from './styled-yaml';
import { applySplices, Edit, EditRefusal, splicesOf } from '../../src/edit';
import { FieldPath, Json, ManifestObject, objectOf, readText, valueAt } from '../../src/manifest';

const RUNS = 25;

const valueOf = (text: string): Json => readText('a.yaml', text).documents[0].value;

/** An edit of one of the fields of an object. */
const edits = fc.record({ kind: fc.constantFrom('replace', 'insert', 'remove', 'rename'), field: fc.nat(), index: fc.nat(5), value: values });

interface Made {
  readonly kind: string;
  readonly field: number;
  readonly index: number;
  readonly value: Json;
}

function editOf({ value: object }: StyledYaml, { kind, field, index, value }: Made): { readonly edit: TextEdit; readonly path: FieldPath } {
  const paths = pathsOf(object).slice(1).filter(path => path.length > 1 || (path[0] !== 'apiVersion' && path[0] !== 'kind'));
  const path = paths[field % paths.length];
  const there = valueAt(object, path);
  if (kind === 'insert') {
    const at = Array.isArray(there) ? [...path, Math.min(index, there.length)] : typeof there === 'object' && there ? [...path, 'new'] : ['new'];
    return { edit: insert(at, value), path: at };
  }
  if (kind === 'rename' && typeof path[path.length - 1] === 'string') return { edit: rename(path, `new ${path[path.length - 1]}`), path };
  return { edit: kind === 'replace' ? replace(path, value) : remove(...path), path };
}

test('texts in all styles are read as the value that they are made of', () => {
  fc.assert(fc.property(styledYaml, ({ text, value }) => expect(valueOf(text)).toEqual(value)), { numRuns: RUNS });
});

test('an edit changes the value as it says', () => {
  fc.assert(fc.property(styledYaml, edits, (yaml, made) => {
    const { edit } = editOf(yaml, made);
    const [object] = objectsOf(yaml.text);
    expect(valueOf(edited(yaml.text, edit))).toEqual(afterEdits(yaml.value, [edit(object)]));
  }), { numRuns: RUNS });
});

test('several edits change the value as all of them say', () => {
  fc.assert(fc.property(styledYaml, fc.array(edits, { minLength: 2, maxLength: 5 }), (yaml, made) => {
    const chosen: { edit: TextEdit; path: FieldPath }[] = [];
    for (const candidate of made.map(one => editOf(yaml, one))) {
      const isApart = chosen.every(({ path }) => !isWithin(path, candidate.path) && !isWithin(candidate.path, path));
      if (isApart) chosen.push(candidate);
    }
    const [object] = objectsOf(yaml.text);
    const all = chosen.map(({ edit }) => edit);
    const expected = afterEdits(yaml.value, all.map(edit => edit(object)));
    expect(valueOf(edited(yaml.text, ...all))).toEqual(expected);
  }), { numRuns: RUNS });
});

function isWithin(path: FieldPath, outer: FieldPath): boolean {
  return outer.every((step, i) => step === path[i]);
}

test('replacing a field by its value, and no edit at all, leave the text as it is', () => {
  fc.assert(fc.property(styledYaml, fc.nat(), (yaml, field) => {
    const paths = pathsOf(yaml.value).slice(1).filter(path => typeof valueAt(yaml.value, path) !== 'object');
    const path = paths[field % paths.length];
    expect([edited(yaml.text, replace(path, valueAt(yaml.value, path)!)), splicesOf([])]).toEqual([yaml.text, []]);
  }), { numRuns: RUNS });
});

test('what is inserted beside others and removed again leaves no trace', () => {
  fc.assert(fc.property(styledYaml, fc.nat(), fc.nat(5), values, (yaml, field, index, value) => {
    const { edit, path } = editOf(yaml, { kind: 'insert', field, index, value });
    fc.pre(Object.keys(valueAt(yaml.value, path.slice(0, -1)) as object).length > 0);
    expect(edited(edited(yaml.text, edit), remove(...path))).toBe(yaml.text);
  }), { numRuns: RUNS });
});

/** The lines that were exchanged for others: how many are the same before and behind them. */
function sameLines(before: readonly string[], after: readonly string[]): { readonly above: number; readonly below: number } {
  const limit = Math.min(before.length, after.length);
  let [above, below] = [0, 0];
  while (above < limit && before[above] === after[above]) above++;
  while (below < limit - above && before[before.length - 1 - below] === after[after.length - 1 - below]) below++;
  return { above, below };
}

test('a new member beside others in block style adds lines and changes none, with the line break of the file', () => {
  fc.assert(fc.property(styledYaml, fc.nat(), fc.nat(5), values, (yaml, field, index, value) => {
    const { edit, path } = editOf(yaml, { kind: 'insert', field, index, value });
    const holder = path.slice(0, -1);
    fc.pre(Object.keys(valueAt(yaml.value, holder) as object).length > 0 && !isInFlow(yaml.text, path));
    const after = edited(yaml.text, edit);
    const { above, below } = sameLines(`${yaml.text}\n`.split('\n'), `${after}\n`.split('\n'));
    expect([above + below >= yaml.text.split('\n').length, /(?<!\r)\n/.test(after)]).toEqual([true, /(?<!\r)\n/.test(yaml.text)]);
  }), { numRuns: RUNS });
});

test('a member in block style that goes from behind another takes lines away that follow each other, and changes none', () => {
  fc.assert(fc.property(styledYaml, fc.nat(), (yaml, field) => {
    const { edit, path } = editOf(yaml, { kind: 'remove', field, index: 0, value: null });
    const siblings = valueAt(yaml.value, path.slice(0, -1)) as object;
    fc.pre(Object.keys(siblings)[0] !== `${path[path.length - 1]}` && !isInFlow(yaml.text, path));
    const after = edited(yaml.text, edit).trimEnd().split(/\r?\n/);
    const { above, below } = sameLines(yaml.text.trimEnd().split(/\r?\n/), after);
    expect(above + below).toBe(after.length);
  }), { numRuns: RUNS });
});

/** Whether a field stands in braces or brackets of its line. */
function isInFlow(text: string, path: FieldPath): boolean {
  const [object] = objectsOf(text);
  const { line } = object.position(path.slice(0, -1));
  return /[[{]/.test(text.split('\n')[line - 1]);
}

/** Documents of all kinds, most of which are no objects of Kubernetes. */
const documents = fc.oneof(
  styledYaml.map(({ text }) => text),
  styledYaml.map(({ value: { apiVersion, kind, ...fields } }) => JSON.stringify(fields)),
  fc.constantFrom(
    'a: 1', 'a:', '? a', '? a\n: 1\n', '[a]', '- a\n- b: 1\n', '- - a\n', 'text', '{a: 1}', '{a}', '[a: 1]', '{}', '[]', '!!map {a: 1}', '&a {b: 1}', '"a": &x {y: *z}', '1: 2',
    'a: &x 1\nb: *x\n', 'a: &x {y: 1}\nb: {<<: *x, z: 2}\n', 'a: &x [1]\nb: *x\n', '&k a: 1\nb: *k\n', 'a: 1\na: 2\n', 'a: |\n  x\n', 'a: >-\n  x\n  y\n', '--- # c\na: 1\n...\n', '\'a\': !t b\n',
    'a: "x\n  y"\n', '? [a]\n: 1\n', '? {a: 1}\n', '__proto__: 1\n', 'a: {__proto__: {b: 1}}', 'constructor: 1', '*a : 1', 'a:\n\tb', '\ufeffa: 1', 'a: 1\r\n',
  ),
);

const steps = fc.oneof(fc.constantFrom('a', 'b', 'x', '__proto__', '<<', '1', ''), fc.nat(3));
const anyEdits = fc.array(fc.record({
  kind: fc.constantFrom('replace', 'insert', 'remove', 'rename'),
  field: fc.nat(),
  behind: fc.array(steps, { maxLength: 2 }),
  within: fc.constantFrom({}, {}, { offset: 0 }, { offset: 1, length: 1 }, { length: 3 }),
  value: values,
  key: fc.constantFrom('a', 'b', 'new', '__proto__', ''),
}), { minLength: 1, maxLength: 3 });

test('any edits of any document leave what they say, or are refused', () => {
  fc.assert(fc.property(documents, anyEdits, (text, made) => {
    const [document] = readText('a.yaml', text).documents;
    fc.pre(document !== undefined);
    const object = new ManifestObject(document, [], objectOf(document.value) ?? {}, '', 'files');
    const paths = pathsOf(document.value);
    const chosen = made.map(({ kind, field, behind, within, value, key }) => (
      { kind, at: { object, path: [...paths[field % paths.length], ...behind], ...(kind === 'replace' && within) }, value, key } as Edit));
    const after = afterOrRefused(document.text, chosen);
    const isModelled = chosen.length === 1 && chosen[0].at.offset === undefined && chosen[0].at.length === undefined && !text.includes('*');
    if (after !== 'refused') expect(valueOf(after)).toEqual(isModelled ? afterEdits(document.value, chosen) : expect.anything());
  }), { numRuns: 300 });
});

function afterOrRefused(text: string, chosen: readonly Edit[]): string {
  try {
    return applySplices(text, splicesOf(chosen));
  } catch (error) {
    if (error instanceof EditRefusal) return 'refused';
    throw error;
  }
}
