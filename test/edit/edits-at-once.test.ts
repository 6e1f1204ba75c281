import * as fc from 'fast-check';
import { afterEdits } from './edit-model';
import { insert, objectsOf, pathsOf, remove, rename, replace, TextEdit } from './edited';
import { styledYaml, values } from './styled-yaml';
import { applySplices, distinct, Edit, editsAtOnce, planEdits } from '../../src/edit';
import { readText } from '../../src/manifest';

const HEAD = 'apiVersion: v1\nkind: X\n';

/** What becomes of plans of one edit each. */
function outcomes(rest: string, ...edits: readonly TextEdit[]): string[] {
  const [object] = objectsOf(HEAD + rest);
  const plans = edits.map(edit => planEdits([edit(object)]));
  const { made, refused } = editsAtOnce(plans);
  return plans.map(plan => (made.includes(plan) ? 'made' : refused.get(plan)?.message ?? 'waits'));
}

const NOT_POSSIBLE = 'the edit cannot be made in the way in which the YAML is written here: make it by hand';

test('no plans are none', () => {
  expect(editsAtOnce([])).toEqual({ made: [], refused: new Map() });
});

test('a plan without edits is made', () => {
  expect(editsAtOnce([planEdits([])]).made).toHaveLength(1);
});

test('plans of different places are made', () => {
  expect(outcomes('a: 1\nb: 2\n', replace(['a'], 3), replace(['b'], 4))).toEqual(['made', 'made']);
});

test('of plans of one place the first is made, and the others wait', () => {
  expect(outcomes('a: 1\n', replace(['a'], 3), replace(['a'], 4), replace(['a'], 5))).toEqual(['made', 'waits', 'waits']);
});

test('equal plans are made together', () => {
  expect(outcomes('a: [x]\n', insert(['a', 1], 'z'), insert(['a', 1], 'z'))).toEqual(['made', 'made']);
});

test('a plan after which the document says something else is refused, and the others are made', () => {
  const lines = 'x: 0\na: 1\na: 2\nb: 3\nc: 4\nd: 5\n';
  expect(outcomes(lines, replace(['x'], 9), remove('a'), replace(['b'], 9), replace(['c'], 9), replace(['d'], 9))).toEqual(['made', NOT_POSSIBLE, 'made', 'made', 'made']);
});

test('plans that are right alone and wrong together wait for each other', () => {
  expect(outcomes('a: 1\nm: 0\nb: 2\n', rename(['a'], 'x'), rename(['b'], 'x'))).toEqual(['made', 'waits']);
});

test('plans that contradict each other in different lines wait for each other', () => {
  expect(outcomes('a:\n  b: 1\n  c: 2\n', rename(['a'], 'x'), rename(['a', 'c'], 'd'), replace(['a'], { z: 1 }))).toEqual(['made', 'made', 'waits']);
});

test('a plan that touches one that is refused is made where no other is', () => {
  expect(outcomes('a: 1\na: 2\nb: 3\n', remove('a'), remove('b'))).toEqual([NOT_POSSIBLE, 'made']);
});

test('a plan for two files is made in both or in none', () => {
  const [broken] = objectsOf(`${HEAD}a: 1\na: 2\n`, 'a.yaml');
  const [other] = objectsOf(`${HEAD}a: 1\n`, 'b.yaml');
  const plan = planEdits([replace(['a'], 3)(other), remove('a')(broken)]);
  const alone = planEdits([replace(['kind'], 'Z')(other)]);
  expect(editsAtOnce([plan, alone])).toEqual({ made: [alone], refused: new Map([[plan, expect.anything()]]) });
});

test('plans that are made at once leave what all of them say', () => {
  const edits = fc.record({ kind: fc.constantFrom('replace', 'remove', 'rename', 'insert'), field: fc.nat(), value: values });
  fc.assert(fc.property(styledYaml, fc.array(edits, { minLength: 2, maxLength: 6 }), ({ text, value }, wanted) => {
    const [object] = objectsOf(text);
    const paths = pathsOf(value).slice(1).filter(path => path.length > 1 || (path[0] !== 'apiVersion' && path[0] !== 'kind'));
    const plans = wanted.flatMap(({ kind, field, ...rest }, i) => {
      const path = paths[field % paths.length];
      if (kind === 'rename' && typeof path[path.length - 1] === 'number') return [];
      const edit = { kind, at: { object, path: kind === 'insert' ? [`new ${i}`] : path }, key: `k${i}`, ...rest } as Edit;
      return [{ ...planEdits([edit]), edit }];
    });
    const { made } = editsAtOnce(plans);
    const unique = [...new Map(made.map(({ edit }) => [JSON.stringify([edit.kind, edit.at.path, 'value' in edit && edit.value, edit.kind === 'rename' && edit.key]), edit])).values()];
    expect(readText('a.yaml', applySplices(text, distinct(made))).documents[0].value).toEqual(afterEdits(value, unique));
  }), { numRuns: 40 });
});
