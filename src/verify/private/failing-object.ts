import { ManifestObject, Workload } from '../../manifest';
import { SetFacts } from '../facts/set-facts';
import { Rule } from '../rule';

/** The first of the linted objects at which a rule fails, found by halving; undefined where it fails without any of them. */
export function failingObject(rule: Rule, facts: SetFacts): ManifestObject | undefined {
  let candidates = facts.objects;
  while (candidates.length > 1) {
    const half = candidates.slice(0, Math.ceil(candidates.length / 2));
    candidates = fails(rule, facts, half) ? half : candidates.slice(half.length);
  }
  return fails(rule, facts, candidates) ? candidates[0] : undefined;
}

function fails(rule: Rule, { set, problems, options, codes }: SetFacts, objects: readonly ManifestObject[]): boolean {
  try {
    for (const _ of rule.check(new FactsOfSome(new Set(objects), set, problems, options, codes)));
    return false;
  } catch {
    return true;
  }
}

/** Facts that take only some of the objects for linted. */
class FactsOfSome extends SetFacts {
  constructor(private readonly some: ReadonlySet<ManifestObject>, ...facts: ConstructorParameters<typeof SetFacts>) {
    super(...facts);
  }

  get objects(): readonly ManifestObject[] {
    return super.objects.filter(object => this.some.has(object));
  }

  get workloads(): readonly Workload[] {
    return super.workloads.filter(({ object }) => this.some.has(object));
  }
}
