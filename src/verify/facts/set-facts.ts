import { ConfigReference, Facts, Need, Siblings, SubjectUse, Unchecked, UrlUse, Variable } from './facts';
import { findNeeds } from './needs';
import { findReferences } from './references';
import { findSiblings } from './siblings';
import { findSubjects } from './subjects';
import { findUnchecked } from './unchecked';
import { findUrls } from './urls';
import { effectiveVariables } from './variables';
import { Container, groupBy, ManifestObject, ManifestSet, ReadProblem, Workload } from '../../manifest';
import { Answer, Network } from '../../reachability';
import { findSuppressions, Suppression } from '../suppression';
import { VerifyOptions } from '../verify-options';

/** The facts of a set of manifests, each computed when it is first asked for. */
export class SetFacts implements Facts {
  readonly problems: readonly ReadProblem[];
  private readonly variablesOf = new Map<Container, readonly Variable[]>();
  private readonly answers = new Map<Need, Answer>();
  private readonly memo = new Map<string, unknown>();
  readonly unusedSuppressions: readonly Suppression[] = [];

  constructor(readonly set: ManifestSet, problems: readonly ReadProblem[], readonly options: VerifyOptions, readonly codes: readonly string[] = []) {
    this.problems = [...problems, ...set.problems];
  }

  get objects(): readonly ManifestObject[] {
    return this.set.objects;
  }

  get workloads(): readonly Workload[] {
    return this.once('workloads', () => this.set.objects.flatMap(object => this.set.workload(object) ?? []));
  }

  get references(): readonly ConfigReference[] {
    return this.once('references', () => this.workloads.flatMap(findReferences));
  }

  get urls(): readonly UrlUse[] {
    return this.once('urls', () => findUrls(this));
  }

  get needs(): readonly Need[] {
    return this.once('needs', () => findNeeds(this));
  }

  get network(): Network {
    return this.once('network', () => Network.of(this.set, this.options));
  }

  get unchecked(): readonly Unchecked[] {
    return this.once('unchecked', () => findUnchecked(this));
  }

  get siblings(): readonly Siblings[] {
    return this.once('siblings', () => findSiblings(this));
  }

  get subjects(): readonly SubjectUse[] {
    return this.once('subjects', () => findSubjects(this));
  }

  get suppressions(): readonly Suppression[] {
    return this.once('suppressions', () => findSuppressions(this.set, this.options));
  }

  readonly variables = (container: Container): readonly Variable[] => {
    const known = this.variablesOf.get(container);
    if (known) return known;
    const variables = effectiveVariables(container, this.set);
    this.variablesOf.set(container, variables);
    return variables;
  };

  readonly referencesTo = (kind: 'ConfigMap' | 'Secret', namespace: string, name: string): readonly ConfigReference[] => {
    const index = this.once('references by target', () =>
      groupBy(this.set.workloads.flatMap(findReferences), reference => `${reference.kind}/${reference.workload.namespace}/${reference.name}`));
    return index.get(`${kind}/${namespace}/${name}`) ?? [];
  };

  readonly answer = (need: Need): Answer => {
    const known = this.answers.get(need);
    if (known) return known;
    const answer = this.network.answer(need.workload, need);
    this.answers.set(need, answer);
    return answer;
  };

  private once<T>(name: string, make: () => T): T {
    if (!this.memo.has(name)) this.memo.set(name, make());
    return this.memo.get(name) as T;
  }
}
