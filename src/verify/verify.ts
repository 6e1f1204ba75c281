import { Correction } from './correction';
import { Facts } from './facts/facts';
import { SetFacts } from './facts/set-facts';
import { Finding, Observation } from './finding';
import { failingObject } from './private/failing-object';
import { withFingerprints } from './private/fingerprint';
import { keepComments } from './private/keep-comments';
import { describe, makeFinding, objectOf, UnnumberedFinding } from './private/make-finding';
import { Rule } from './rule';
import { RULES } from './rules';
import { Suppression } from './suppression';
import { RuleFailure, Verification } from './verification';
import { DEFAULT_OPTIONS, VerifyOptions } from './verify-options';
import { append, ManifestSet, ReadProblem } from '../manifest';

/** Checks a set of manifests. Pure: it reads no files and prints nothing. */
export function verify(
  set: ManifestSet,
  problems: readonly ReadProblem[] = [],
  options: Partial<VerifyOptions> = {},
  rules: readonly Rule[] = RULES,
): Verification {
  const facts = new SetFacts(set, problems, { ...DEFAULT_OPTIONS, ...options }, rules.map(({ code }) => code));
  const run = new Run(facts);
  const inForce = rules.filter(({ code }) => facts.options.severities[code] !== 'off');
  const first = inForce.filter(rule => !runsLast(rule));
  first.forEach(rule => run.rule(rule, facts));
  const tried = new Set(first.map(({ code }) => code));
  const unusedSuppressions = facts.suppressions.filter(suppression => suppression.reason !== '' && tried.has(suppression.code) && !run.used.has(suppression));
  // Facts that are computed already are shared with the rules that run last.
  const outcome = Object.create(facts, { unusedSuppressions: { value: unusedSuppressions } }) as Facts;
  inForce.filter(runsLast).forEach(rule => run.rule(rule, outcome));
  return run.verification();
}

function runsLast({ reads }: Rule): boolean {
  return reads.includes('unusedSuppressions');
}

/** A finding, the suppression that leaves it out, and what repairs it. */
type Weighed = UnnumberedFinding & { readonly suppression?: Suppression; readonly correct?: () => Correction };

class Run {
  readonly used = new Set<Suppression>();
  private readonly found: Weighed[] = [];
  private readonly failures: RuleFailure[] = [];
  private readonly suppressions = new Map<string, Suppression[]>();

  constructor(private readonly facts: SetFacts) {
    for (const suppression of facts.suppressions.filter(({ reason }) => reason !== '')) {
      append(this.suppressions, suppression.code, suppression);
    }
  }

  rule(rule: Rule, facts: Facts): void {
    try {
      const found = Array.from(rule.check(facts), observation =>
        this.weighed(makeFinding(rule, observation, facts.options), observation));
      for (const finding of found) this.found.push(finding);
    } catch (error) {
      const object = failingObject(rule, this.facts);
      this.failures.push({ code: rule.code, object: object && describe(object), error });
    }
  }

  verification(): Verification {
    const ordered = withFingerprints(this.found.sort(byPosition));
    const corrections = new Map<Finding, () => Correction>();
    const findings = ordered.filter(({ suppression }) => !suppression).map(({ suppression: _, correct, ...finding }) => {
      if (correct) corrections.set(finding, () => keepComments(correct()));
      return finding;
    });
    return {
      findings,
      corrections,
      suppressed: ordered.flatMap(({ suppression, correct: _, ...finding }) =>
        (suppression ? [{ ...finding, suppression: { by: suppression.by, reason: suppression.reason } }] : [])),
      unchecked: this.facts.unchecked,
      failures: this.failures,
      facts: this.facts,
    };
  }

  private weighed(finding: UnnumberedFinding, { at, correct }: Observation): Weighed {
    const object = objectOf(at);
    const covering = (this.suppressions.get(finding.code) ?? []).filter(suppression => suppression.covers(object));
    covering.forEach(suppression => this.used.add(suppression));
    return { ...finding, suppression: covering[0], correct };
  }
}

function byPosition({ position: a, code: codeA }: Omit<Finding, 'fingerprint'>, { position: b, code: codeB }: Omit<Finding, 'fingerprint'>): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column || (codeA < codeB ? -1 : codeA > codeB ? 1 : 0);
}
