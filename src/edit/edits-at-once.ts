import { groupBy } from '../manifest';
import { EditRefusal } from './edit-refusal';
import { PlannedEdits } from './planned-edits';
import { apart } from './private/apart';
import { ReadResult } from './private/read-result';
import { NOT_POSSIBLE, refusal } from './private/refusal';

/** What of several plans is made in one go. Those that are neither made nor refused have to wait until the files are read anew. */
export interface EditsAtOnce<Plan extends PlannedEdits> {
  readonly made: readonly Plan[];

  /** Those after which a document would not say what it said before with their edits made. */
  readonly refused: ReadonlyMap<Plan, EditRefusal>;
}

/** The plans that can be made at once: the first of those that touch each other. Where none can, all are refused. */
export function editsAtOnce<Plan extends PlannedEdits>(plans: readonly Plan[]): EditsAtOnce<Plan> {
  const made = new Set<Plan>();
  const refused = new Map<Plan, EditRefusal>();
  for (let left = plans; made.size === 0 && left.length > 0; left = left.filter(plan => !refused.has(plan))) {
    const result = new ReadResult();
    const make = (some: readonly Plan[]): void => {
      const documents = some.flatMap(plan => plan.documents);
      if (result.add(documents)) some.forEach(plan => made.add(plan));
      else if (some.length > 1) [some.slice(0, some.length / 2), some.slice(some.length / 2)].forEach(make);
      else if (!new ReadResult().add(documents)) refused.set(some[0], refusal(documents[0].fields[0], NOT_POSSIBLE));
    };
    groupBy(apart(left), plan => plan.documents[0]?.document.tree.part).forEach(make);
  }
  return { made: plans.filter(plan => made.has(plan)), refused };
}
