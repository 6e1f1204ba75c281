import { AdoptedApp } from '../adopted-app';
import { isDepartable } from './departable';
import { Difference, ExplainedDifference } from './difference';
import { differencesOf } from './differences';
import { Explainer } from './explainer';
import { findIn } from './find-in';
import { needlessOpenings } from './needed-lines';
import { newFindings } from './new-findings';
import { PolicyChange, policyChanges } from './policy-changes';
import { ProofParts } from './proof-parts';
import { Requests, whyOf } from './requests';
import { workloadsSelectedBy } from './selected-workloads';
import { Synthesis } from './synthesize';
import { written } from './written';
import { ManifestObject } from '../../manifest';
import { titleOf } from '../../reachability/phrases';
import { Finding, Verification, verify } from '../../verify';

/** An app, what it renders, and how that differs from the input. */
export interface Proof {
  readonly app: AdoptedApp;

  /** The TypeScript of the app, by the names of its files. */
  readonly files: ReadonlyMap<string, string>;
  readonly synthesis: Synthesis;
  readonly explained: readonly ExplainedDifference[];
  readonly unexplained: readonly Difference[];

  /** What the verifier says of the output and did not say of the input. */
  readonly newFindings: readonly Finding[];
  readonly policyChanges: readonly PolicyChange[];
}

/** How often an app is written anew before what is left counts as unexplained. */
const ROUNDS = 6;

/**
 * Writes an app, renders it, and explains each difference to the input. Where a construct does not render what the input says, the app is
 * written anew with patches for its object, and then with the object as it is.
 *
 * @throws what the generated code throws, where no object is to blame for it
 */
export function prove(parts: ProofParts): Proof {
  const requests = new Requests();
  let attempt = new Attempt(parts, requests);
  for (let round = 1; round < ROUNDS && attempt.asksForMore(); round++) attempt = new Attempt(parts, requests);
  if (isProven(attempt) || !requests.addRaw(attempt.app.covered, `constructs of this app ${whyUnproven(attempt)}`)) return attempt;
  // What is written as it is differs in nothing; where even that does not help, the first form says more.
  const plain = new Attempt(parts, requests);
  return isProven(plain) ? plain : attempt;
}

/** What constructs do that nothing explains, in half a sentence: the first thing of its kind. */
function whyUnproven({ unexplained: [difference], newFindings: [finding] }: Proof): string {
  if (!difference) return `would bring ${finding.code}${finding.object ? ` to ${titleOf(finding.object)}` : ''}: ${finding.message}`;
  const { before, after, field } = difference;
  if (field) return `render another ${field.path} of ${titleOf(before!)}`;
  return before ? `do not render ${titleOf(before)}` : `bring ${titleOf(after!)}`;
}

/** Whether each difference is explained, and the app brings no fault. */
export function isProven({ unexplained, newFindings: found }: Proof): boolean {
  return unexplained.length === 0 && found.length === 0;
}

/** One form of the app, and what is to be said about it. */
class Attempt implements Proof {
  readonly app: AdoptedApp;
  readonly files: ReadonlyMap<string, string>;
  readonly synthesis: Synthesis;
  readonly explained: readonly ExplainedDifference[];
  readonly unexplained: readonly Difference[];
  readonly newFindings: readonly Finding[];
  readonly policyChanges: readonly PolicyChange[];
  private readonly input: Verification;
  private readonly output: Verification;

  constructor(parts: ProofParts, private readonly requests: Requests) {
    const { app, files, synthesis } = written(parts, requests);
    [this.app, this.files, this.synthesis] = [app, files, synthesis];
    this.input = parts.input;
    this.output = verify(parts.setOf(synthesis.yaml), [], this.input.facts.options);
    const explainer = new Explainer(this.input, this.output, { added: app.added, departures: app.departures.filter(isDepartable) });
    const differences = differencesOf(this.input.facts.set, this.output.facts.set);
    const needless = needlessOpenings(differences, this.output.facts);
    const judged = differences.map(difference =>
      ({ difference, explanation: needless.has(difference) ? undefined : explainer.explain(difference) }));
    this.explained = judged.flatMap(({ difference, explanation }) => explanation ? { ...difference, explanation } : []);
    this.unexplained = judged.filter(({ explanation }) => !explanation).map(({ difference }) => difference);
    this.newFindings = newFindings(this.input, this.output);
    this.policyChanges = policyChanges(this.explained, this.input.facts, this.output.facts);
  }

  /** Asks for what would leave out what cannot be explained. Returns whether there is anything new to ask for. */
  asksForMore(): boolean {
    return [
      this.requests.addDifferences(this.unexplained),
      ...this.unexplained.filter(({ before }) => !before)
        .map(({ after }) => this.requests.addRaw(this.selectedBy(after!), `its construct brings ${after!.kind} ${after!.name}`)),
      ...this.newFindings.map(finding => this.requests.addRaw(this.causeOf(finding), whyOf(finding))),
    ].includes(true);
  }

  /** The objects of the input whose pods a policy of the output selects. */
  private selectedBy(policy: ManifestObject): ManifestObject[] {
    const { network, set } = this.output.facts;
    return workloadsSelectedBy(policy, network, set).flatMap(({ object }) => findIn(this.input.facts.set, object) ?? []);
  }

  /** The objects of the input that a finding is about; for a policy that it does not have or that is as it was, those whose pods the policy selects. */
  private causeOf({ object }: Finding): readonly ManifestObject[] {
    if (!object) return [];
    const own = this.input.facts.set.definitions(object.kind, object.namespace, object.name);
    const rendered = this.output.facts.set.find(object.kind, object.namespace, object.name);
    return own.some(one => !this.requests.raw.has(one)) || !rendered ? own : this.selectedBy(rendered);
  }
}
