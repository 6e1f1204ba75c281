import { applySplices, Edit, splicesOf } from '../../src/edit';
import { ManifestSet, readText } from '../../src/manifest';
import { RULES, verify, VerifyOptions } from '../../src/verify';

/** What a test gives beside the text that is corrected. */
export interface CorrectedParts extends Partial<VerifyOptions> {
  readonly state?: string;
  readonly closedWorld?: boolean;

  /** @default 'files.yaml' */
  readonly file?: string;

  /** The texts of other files, by their paths. */
  readonly others?: Readonly<Record<string, string>>;
}

/** The text after all that a rule corrects in it, and what it leaves to decide. */
export interface CorrectedText {
  readonly text: string;
  readonly decisions: readonly string[];
}

/** What the corrections of one rule make of a text. */
export function correct(code: string, text: string, { state, closedWorld, file = 'files.yaml', others = {}, ...options }: CorrectedParts = {}): CorrectedText {
  const { documents, problems } = readText(file, text);
  const beside = Object.entries(others).flatMap(([path, other]) => readText(path, other).documents);
  const set = new ManifestSet({ files: [...documents, ...beside], state: state === undefined ? undefined : readText('state.yaml', state).documents, closedWorld });
  const { corrections, failures } = verify(set, problems, options, RULES.filter(rule => rule.code === code));
  if (failures.length > 0) throw failures[0].error;
  const edits: Edit[] = [];
  const decisions: string[] = [];
  for (const correction of corrections.values()) {
    const offered = correction();
    if ('decide' in offered) decisions.push(offered.decide);
    else edits.push(...offered.edits);
  }
  return { text: edits.length === 0 ? text : applySplices(text, splicesOf(edits)), decisions };
}
