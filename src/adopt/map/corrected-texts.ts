import { withPart } from '../../edit/private/edited-value';
import { append, FieldPath, formatPath, ManifestObject, Place, textOf } from '../../manifest';
import { Verification } from '../../verify';

/** A text of the input as a rule corrects it. */
export interface CorrectedText {
  readonly text: string;

  /** Code of the rule. */
  readonly code: string;
}

/** What a rule writes in the place of a part of a text. */
interface TextEdit {
  readonly field: string;
  readonly offset: number;
  readonly length: number;
  readonly value: string;
  readonly code: string;

  /** Whether it is all that corrects the finding. */
  readonly isWhole: boolean;
}

/** The texts for which a rule is certain of the right one. Addresses alone: what else a rule would change is not asked of an adoption. */
export class CorrectedTexts {
  private readonly edits = new Map<ManifestObject, TextEdit[]>();

  constructor({ corrections }: Pick<Verification, 'corrections'>) {
    for (const [{ code }, correct] of corrections) {
      const correction = code.startsWith('URL') ? correct() : undefined;
      if (!correction || !('edits' in correction)) continue;
      for (const edit of correction.edits) {
        const { object, path, offset = 0, length } = edit.at;
        const text = textOf(object.get(...path));
        if (edit.kind !== 'replace' || typeof edit.value !== 'string' || text === undefined) continue;
        const isWhole = correction.edits.length === 1;
        append(this.edits, object, { field: formatPath(path), offset, length: length ?? text.length - offset, value: edit.value, code, isWhole });
      }
    }
  }

  /** The right text for a field; undefined where the field is right, or nothing is certain. */
  at(object: ManifestObject, path: FieldPath): CorrectedText | undefined {
    const edit = this.editsOf(object, path).find(({ isWhole }) => isWhole);
    return edit && { text: withPart(textOf(object.get(...path))!, { offset: edit.offset, length: edit.length }, edit.value), code: edit.code };
  }

  /** The right text for a part of a field, where it stands in a longer text. */
  partAt({ object, path, offset, length }: Place): string | undefined {
    const text = textOf(object.get(...path));
    if (offset === undefined || length === undefined || text === undefined) return this.at(object, path)?.text;
    const edit = this.editsOf(object, path).find(one => one.offset >= offset && one.offset + one.length <= offset + length);
    return edit && withPart(text.slice(offset, offset + length), { offset: edit.offset - offset, length: edit.length }, edit.value);
  }

  private editsOf(object: ManifestObject, path: FieldPath): readonly TextEdit[] {
    const field = formatPath(path);
    return (this.edits.get(object) ?? []).filter(edit => edit.field === field);
  }
}
