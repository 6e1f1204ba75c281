import { statSync } from 'fs';
import { join } from 'path';
import * as fc from 'fast-check';
import { afterEdits } from './edit-model';
import { objectsOf, pathsOf, remove, replace } from './edited';
import { applySplices, splicesOf } from '../../src/edit';
import { FieldPath, Json, ManifestObject, ManifestSet, readPaths, valueAt } from '../../src/manifest';
import { listFiles } from '../../src/manifest/list-files';
import { describeWithShared, SHARED } from '../support/shared';

const RUNS = 6;
const VALUES: readonly Json[] = ['x', 'a: b # c', '8080', 1, null, { name: 'x', list: ['q', { z: true }] }, [], 'one\ntwo\n'];

/** The objects of a file that are no items of a list. */
function objectsIn(file: string): readonly ManifestObject[] {
  return new ManifestSet({ files: readPaths([file]).documents }).objects.filter(({ root }) => root.length === 0);
}

/** The same object in another text of its file. */
function again({ document }: ManifestObject, text: string): ManifestObject {
  const index = objectsOf(document.text).findIndex(object => object.document.tree.part.offset === document.tree.part.offset);
  return objectsOf(text)[index];
}

function after({ document }: ManifestObject, edit: Parameters<typeof splicesOf>[0][number]): string {
  return applySplices(document.text, splicesOf([edit]));
}

describeWithShared('manifests of the platform', () => {
  const files = ['petrosa', 'incidents', 'nats-corpus'].flatMap(folder => listFiles(join(SHARED, folder)).files).filter(file => statSync(file).size < 30_000);
  const objects = fc.constantFrom(...files).map(objectsIn).filter(found => found.length > 0).chain(found => fc.constantFrom(...found));
  const fields = fc.tuple(objects, fc.nat(), fc.constantFrom(...VALUES)).map(([object, field, value]) => {
    const paths = pathsOf(object.value).filter(path => path.length > 1);
    return { object, path: paths[field % paths.length] as FieldPath, value };
  });

  test('a field that is replaced has its new value, and all others have theirs', () => {
    fc.assert(fc.property(fields, ({ object, path, value }) => {
      const edit = replace(path, value)(object);
      expect(again(object, after(object, edit)).document.value).toEqual(afterEdits(object.document.value, [edit]));
    }), { numRuns: RUNS });
  });

  test('a field that is removed is not there, and all others are', () => {
    fc.assert(fc.property(fields, ({ object, path }) => {
      const edit = remove(...path)(object);
      expect(again(object, after(object, edit)).document.value).toEqual(afterEdits(object.document.value, [edit]));
    }), { numRuns: RUNS });
  });

  test('a field that is added and removed again leaves no trace', () => {
    fc.assert(fc.property(fields, ({ object, path, value }) => {
      const holder = path.slice(0, -1);
      const siblings = valueAt(object.value, holder)!;
      const at = [...holder, Array.isArray(siblings) ? siblings.length : 'new'];
      const text = after(object, { kind: 'insert', at: { object, path: at }, value });
      expect(after(again(object, text), remove(...at)(again(object, text)))).toBe(object.document.text);
    }), { numRuns: RUNS });
  });

  test('a text that is replaced by itself, in part or whole, leaves its file as it is', () => {
    fc.assert(fc.property(fields, fc.nat(), ({ object, path }, cut) => {
      const text = valueAt(object.value, path);
      fc.pre(typeof text === 'string' && text !== '');
      const offset = cut % (text as string).length;
      expect([after(object, replace(path, text!)(object)), after(object, replace(path, (text as string).slice(offset), { offset })(object))])
        .toEqual([object.document.text, object.document.text]);
    }), { numRuns: RUNS });
  });
});
