import { ExplainedDifference, Explanation } from './difference';
import { nullTexts } from './null-texts';
import { Edit } from '../../edit';
import { editedValue } from '../../edit/private/edited-value';
import { formatPath, groupBy, Json, ManifestObject } from '../../manifest';
import { Finding, Verification, verify } from '../../verify';

/** Manifests each of whose values has the type that Kubernetes wants, as far as a rule is certain of it. */
export interface TypedInput {
  readonly input: Verification;

  /** What is changed for it, and why. */
  readonly fixes: readonly ExplainedDifference[];
}

/** The rules about values of other types: code has types as well, and no API server takes such an object. */
const CODES: ReadonlySet<string> = new Set(['FILE008', 'OBJ503']);

/** Fields that tell which object it is. */
const IDENTITY: ReadonlySet<string> = new Set(['metadata.name', 'metadata.namespace']);

const EMPTY_TEXT: Explanation = { kind: 'deliberate', reason: 'null in a map of texts is the empty text, as the API server stores it' };

interface Correction {
  readonly explanation: Explanation;
  readonly edit: Extract<Edit, { readonly value: Json }>;
}

/** The input with the values of which a rule, or the API server, says what was meant: `8080` where a text has to stand is the text, and null is the empty one. */
export function typedInput(input: Verification): TypedInput {
  const corrections = [...[...input.corrections].flatMap(correctionsOf), ...input.facts.objects.flatMap(emptyTexts)];
  if (corrections.length === 0) return { input, fixes: [] };
  const { set, problems, options } = input.facts;
  const byDocument = groupBy(corrections, ({ edit }) => edit.at.object.document);
  const values = new Map([...byDocument].map(([document, own]) => [
    document, editedValue(document.value, own.map(({ edit }) => ({ edit, path: [...edit.at.object.root, ...edit.at.path] }))),
  ]));
  const typed = verify(set.withValues(values), problems, options);
  const after = new Map(set.objects.map((object, i) => [object, typed.facts.set.objects[i]]));
  return {
    input: typed,
    fixes: corrections.map(({ explanation, edit: { at: { object, path }, value } }) => ({
      before: object,
      after: after.get(object),
      field: { path: formatPath(path), before: object.get(...path), after: value },
      explanation,
    })),
  };
}

function correctionsOf([finding, correct]: readonly [Finding, NonNullable<ReturnType<Verification['corrections']['get']>>]): Correction[] {
  const correction = CODES.has(finding.code) ? correct() : undefined;
  if (!correction || !('edits' in correction)) return [];
  return correction.edits.flatMap(edit => edit.kind === 'replace' && !IDENTITY.has(formatPath(edit.at.path)) ? [{ explanation: explanationOf(finding), edit }] : []);
}

function explanationOf({ code, message }: Finding): Explanation {
  return { kind: 'fix', code, reason: message };
}

function emptyTexts(object: ManifestObject): Correction[] {
  return nullTexts(object).map(path => ({ explanation: EMPTY_TEXT, edit: { kind: 'replace', at: object.at(...path), value: '' } }));
}
