import { isDeepStrictEqual } from 'util';
import { Difference } from './difference';
import { FieldChange, fieldChanges } from '../../compare';
import { editedValue } from '../../edit/private/edited-value';
import { groupBy, JsonObject, ManifestObject, objectOf, Place, textOf, valueAt } from '../../manifest';
import { Verification } from '../../verify';

/** What the objects of the input become by the edits of each rule that is certain. */
export class CorrectedForms {
  private known?: ReadonlyMap<ManifestObject, readonly JsonObject[]>;
  private readonly changes = new Map<ManifestObject, readonly FieldChange[]>();

  constructor(private readonly input: Pick<Verification, 'corrections'>) {}

  /** The texts that stand in a field afterwards, one for each rule. */
  textsAt({ object, path }: Place): string[] {
    return this.of(object).flatMap(form => textOf(valueAt(form, path)) ?? []);
  }

  /** Whether a rule makes of a field what it became. */
  hasMade({ before, field }: Required<Pick<Difference, 'before' | 'field'>>): boolean {
    return this.changesOf(before).some(({ path, after }) => path === field.path && isDeepStrictEqual(after, field.after));
  }

  private changesOf(object: ManifestObject): readonly FieldChange[] {
    const known = this.changes.get(object);
    if (known) return known;
    const changes = this.of(object).flatMap(form => fieldChanges(object.value, form));
    this.changes.set(object, changes);
    return changes;
  }

  private of(object: ManifestObject): readonly JsonObject[] {
    this.known ??= formsOf(this.input);
    return this.known.get(object) ?? [];
  }
}

function formsOf({ corrections }: Pick<Verification, 'corrections'>): ReadonlyMap<ManifestObject, readonly JsonObject[]> {
  const forms = [...corrections.values()].flatMap((correct) => {
    const correction = correct();
    const byObject = groupBy('edits' in correction ? correction.edits : [], ({ at }) => at.object);
    return [...byObject].map(([object, edits]) =>
      ({ object, form: objectOf(editedValue(object.value, edits.map(edit => ({ edit, path: edit.at.path }))))! }));
  });
  return new Map([...groupBy(forms, ({ object }) => object)].map(([object, some]) => [object, some.map(({ form }) => form)]));
}
