import { ManifestObject, FieldPath, textOf } from '../../manifest';
import { Verification } from '../../verify';

/** A text of the input as a rule corrects it. */
export interface CorrectedText {
  readonly text: string;

  /** Code of the rule. */
  readonly code: string;
}

/** The texts for which a rule is certain of the right one. Addresses alone: what else a rule would change is not asked of an adoption. */
export class CorrectedTexts {
  private readonly texts = new Map<ManifestObject, Map<string, CorrectedText>>();

  constructor({ corrections }: Verification) {
    for (const [finding, correct] of corrections) {
      if (!finding.code.startsWith('URL')) continue;
      const correction = correct();
      if (!('edits' in correction)) continue;
      for (const edit of correction.edits) {
        const { object, path, offset, length } = edit.at;
        const text = textOf(object.get(...path));
        if (edit.kind !== 'replace' || typeof edit.value !== 'string' || text === undefined || correction.edits.length !== 1) continue;
        const corrected = offset === undefined ? edit.value : text.slice(0, offset) + edit.value + text.slice(offset + (length ?? text.length));
        this.add(object, path, { text: corrected, code: finding.code });
      }
    }
  }

  /** The right text for a field; undefined where the field is right, or nothing is certain. */
  at(object: ManifestObject, path: FieldPath): CorrectedText | undefined {
    return this.texts.get(object)?.get(JSON.stringify(path));
  }

  private add(object: ManifestObject, path: FieldPath, text: CorrectedText): void {
    const ofObject = this.texts.get(object) ?? new Map<string, CorrectedText>();
    this.texts.set(object, ofObject);
    if (!ofObject.has(JSON.stringify(path))) ofObject.set(JSON.stringify(path), text);
  }
}
