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
import { whyOf } from '../why-kept';
import { Requests } from './requests';
import { workloadsSelectedBy } from './selected-workloads';
import { sufficientPart } from './sufficient-part';
import { Synthesis } from './synthesize';
import { TypedInput, typedInput } from './typed-input';
import { written } from './written';
import { ManifestObject } from '../../manifest';
import { titleOf } from '../../reachability/phrases';
import { Finding, sentenceOf, Verification, verify } from '../../verify';

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
export function prove(given: ProofParts): Proof {
  const parts = { ...given, ...typedInput(given.input) };
  const requests = new Requests();
  let attempt = new Attempt(parts, requests);
  for (let round = 1; round < ROUNDS && attempt.asksForMore(); round++) attempt = new Attempt(parts, requests);
  return withoutFaults(attempt, parts, requests);
}

/** The app without the constructs to which faults come back that do not show whose they are. */
function withoutFaults(first: Attempt, parts: TypedParts, requests: Requests): Attempt {
  if (isProven(first)) return first;
  // What a workload becomes is worth most, so that it is given up last.
  const covered = [...first.app.covered].sort((a, b) => Number(isWorkload(a, parts)) - Number(isWorkload(b, parts)));
  const without = (objects: readonly ManifestObject[], { why }: Fault): Attempt => new Attempt(parts, requests.withRaw(objects, why));
  const [any] = faultsOf(first);
  const ofNoConstruct = new Set(faultsOf(without(covered, any)).map(({ key }) => key));
  for (let attempt = first; ;) {
    const fault = faultsOf(attempt).find(({ key }) => !ofNoConstruct.has(key));
    const blamed = fault && sufficientPart(covered, objects => faultsOf(without(objects, fault)).every(({ key }) => key !== fault.key));
    if (!blamed || !requests.addRaw(blamed, fault.why)) return attempt;
    attempt = new Attempt(parts, requests);
  }
}

function isWorkload(object: ManifestObject, { input }: ProofParts): boolean {
  return input.facts.set.workload(object) !== undefined;
}

/** What constructs do that nothing explains. */
interface Fault {
  /** The same in each form of the app. */
  readonly key: string;

  /** What the construct does that is to blame, as half a sentence. */
  readonly why: string;
}

function faultsOf({ unexplained, newFindings: found }: Proof): Fault[] {
  return [
    ...unexplained.map(({ before, after, field }) => ({
      key: JSON.stringify([before?.id, after?.id, field?.path]),
      why: field ? `its construct would render another ${field.path} of ${titleOf(before!)}`
        : before ? `its construct would not render ${titleOf(before)}` : `its construct would bring ${titleOf(after!)}`,
    })),
    ...found.map(finding => ({
      key: sentenceOf(finding),
      why: whyOf(finding, finding.object && ` to ${titleOf(finding.object)}`),
    })),
  ];
}

/** The parts of a proof whose input has types. */
type TypedParts = ProofParts & TypedInput;

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

  constructor(parts: TypedParts, private readonly requests: Requests) {
    const { app, files, synthesis } = written(parts, requests);
    [this.app, this.files, this.synthesis] = [app, files, synthesis];
    this.input = parts.input;
    this.output = verify(parts.setOf(synthesis.yaml), [], this.input.facts.options);
    const explainer = new Explainer(this.input, this.output, { added: app.added, departures: app.departures.filter(isDepartable) });
    const differences = differencesOf(this.input.facts.set, this.output.facts.set);
    const needless = needlessOpenings(differences, this.output.facts);
    const judged = differences.map(difference =>
      ({ difference, explanation: needless.has(difference) ? undefined : explainer.explain(difference) }));
    this.explained = [...parts.fixes, ...judged.flatMap(({ difference, explanation }) => explanation ? { ...difference, explanation } : [])];
    this.unexplained = judged.filter(({ explanation }) => !explanation).map(({ difference }) => difference);
    this.newFindings = newFindings(this.input, this.output);
    this.policyChanges = policyChanges(this.explained, this.input.facts, this.output.facts);
  }

  /** Asks for what would leave out what cannot be explained. Returns whether there is anything new to ask for. */
  asksForMore(): boolean {
    return [
      this.requests.addDifferences(this.unexplained),
      ...this.unexplained.filter(({ before }) => !before)
        .map(({ after }) => this.requests.addRaw(this.selectedBy(after!), `its construct would bring ${after!.kind} ${after!.name}`)),
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
