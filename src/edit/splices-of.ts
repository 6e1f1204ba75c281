import { Edit } from './edit';
import { editsAtOnce } from './edits-at-once';
import { planEdits } from './planned-edits';
import { Splice } from './splice';

/**
 * The replacements of text that make edits and nothing else.
 * @throws EditRefusal where one cannot be made without changing more than it says
 */
export function splicesOf(edits: readonly Edit[]): readonly Splice[] {
  const plan = planEdits(edits);
  const refused = editsAtOnce([plan]).refused.get(plan);
  if (refused) throw refused;
  return plan.splices;
}
