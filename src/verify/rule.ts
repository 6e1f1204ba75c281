import { Facts, FactName } from './facts/facts';
import { Observation } from './finding';
import { Severity } from './severity';

/** An item of the rule book's checklist (§10). */
export type ChecklistNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The facts that a rule may look at: those it declares, and the options. */
export type ReadFacts<Name extends FactName> = Pick<Facts, Name | 'options'>;

/** A rule: what it says of itself, and its check. */
export interface RuleProps<Name extends FactName> {
  /** Group and number, such as `URL101`. Given once and for ever. */
  readonly code: string;

  /** What is wrong where it reports: one sentence that is true of each finding, without a full stop. */
  readonly title: string;

  /** The severity of its findings, unless they say otherwise. */
  readonly severity: Severity;

  /** The facts it looks at. */
  readonly reads: readonly Name[];

  /** Why it matters, for its page: a short paragraph of Markdown, what happens in the cluster. */
  readonly why: string;

  /** How to repair it, for its page: a short paragraph of Markdown. */
  readonly repair: string;

  /** Where the demand comes from: a section of the rule book (`§3`), or the address of a document. */
  readonly source: string;

  /**
   * The item of the rule book's checklist (§10) that a finding of this rule fails.
   * @default - none
   */
  readonly checklist?: ChecklistNumber;

  /** All observations. Pure: it neither changes the facts nor reads anything else. */
  readonly check: (facts: ReadFacts<Name>) => Iterable<Observation>;
}

/** A rule of the catalogue. */
export interface Rule extends Omit<RuleProps<FactName>, 'check'> {
  readonly check: (facts: Facts) => Iterable<Observation>;
}

/** Declares a rule. */
export function rule<Name extends FactName>(props: RuleProps<Name>): Rule {
  return props;
}
