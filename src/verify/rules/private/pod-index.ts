import { CustomPods, customPodsOf } from './custom-pods';
import { append, ManifestSet, objectOf, Service, textsOf, Workload } from '../../../manifest';
import { isCustom } from '../../../manifest/scope';
import { CONTROLLER_KEYS, labelsOfPods } from '../../../reachability/pods';
import { Selector } from '../../../reachability/selector';

const indexes = new WeakMap<ManifestSet, PodIndex>();

/** The workloads of a set, found by the labels of their pods. What names no namespace may be in any. */
export class PodIndex {
  /** The index of a set, made once. */
  static of(set: ManifestSet): PodIndex {
    const index = indexes.get(set) ?? new PodIndex(set);
    indexes.set(set, index);
    return index;
  }

  private readonly byNamespace = new Map<string, Workload[]>();
  private readonly byLabel = new Map<string, Workload[]>();
  private readonly makers = new Map<string, string[]>();
  private readonly customPods = new Map<string, CustomPods[]>();

  private constructor(private readonly set: ManifestSet) {
    for (const workload of set.workloads) {
      const namespaces = workload.namespace === '' ? [''] : [workload.namespace, ANY];
      for (const namespace of namespaces) {
        append(this.byNamespace, namespace, workload);
        for (const label of Object.entries(workload.podLabels)) append(this.byLabel, labelKey(namespace, label), workload);
      }
    }
    for (const object of set.all) {
      if (set.workload(object) || !objectOf(object.get('spec')) || !isCustom(object.group)) continue;
      append(this.makers, object.namespace, object.name);
      for (const pods of customPodsOf(object)) {
        for (const label of Object.entries(pods.labels)) append(this.customPods, labelKey('', label), pods);
      }
    }
  }

  /** The workloads whose pods the selector selects, or may select, in a namespace. */
  selected(namespace: string, selector: Selector): Workload[] {
    return this.candidates(namespace, selector).filter(workload => selector.match(labelsOfPods(workload)) !== 'no');
  }

  /**
   * Whether nothing makes pods that the selector selects: the set holds workloads of the namespace, none fits,
   * and no custom resource holds a template with the labels, or has a name of which its controller could make them.
   */
  selectsNothing(namespace: string, selector: Selector): boolean {
    if (!selector.valid || selector.everything) return false;
    if (this.selected(namespace, selector).length > 0 || this.selectsLater(namespace, selector)) return false;
    if (!this.set.closedWorld && this.workloadsIn(namespace).length === 0) return false;
    const values = new Set(selector.requirements.flatMap(requirement => requirement.values));
    return !(this.makers.get(namespace) ?? []).some(name => values.has(name));
  }

  /** Whether the selector selects pods of a custom resource, or of a StatefulSet once a program gives one of them a further label, as to the leader. */
  selectsLater(namespace: string, selector: Selector): boolean {
    const demanded = selector.requirements.flatMap(({ key, values }) => values.map(value => [key, value] as const));
    const isThere = (other: string): boolean => namespace === '' || other === '' || other === namespace;
    return demanded.some(label =>
      (this.customPods.get(labelKey('', label)) ?? []).some(pods => isThere(pods.namespace) && mayMatch(selector, pods.labels))
      || this.withLabel(namespace, label).some(workload => isLabelledLater(workload, selector)));
  }

  /** The workload that the selector of an object was meant for: one of its name, else one with some of the labels. */
  nearest(namespace: string, selector: Selector, name: string): Workload | undefined {
    let best: Workload | undefined;
    let most = 0;
    for (const workload of this.workloadsIn(namespace)) {
      const met = selector.requirements.filter(({ key, values }) => values.includes(workload.podLabels[key])).length;
      const fits = met + (workload.name === name ? selector.requirements.length : 0);
      if (fits > most) [best, most] = [workload, fits];
    }
    return best;
  }

  /** The workloads of a namespace, and those that name none. */
  workloadsIn(namespace: string): readonly Workload[] {
    const unnamed = this.byNamespace.get('') ?? [];
    const named = this.byNamespace.get(namespace === '' ? ANY : namespace) ?? [];
    return namespace === '' ? joined(unnamed, named) : joined(named, unnamed);
  }

  private candidates(namespace: string, { requirements }: Selector): readonly Workload[] {
    const lists = requirements
      .filter(({ operator, values, key }) => operator === 'In' && values.length === 1 && !CONTROLLER_KEYS.has(key))
      .map(({ key, values }) => this.withLabel(namespace, [key, values[0]]));
    const [shortest] = lists.sort((a, b) => a.length - b.length);
    return shortest ?? this.workloadsIn(namespace);
  }

  private withLabel(namespace: string, label: readonly [string, string]): readonly Workload[] {
    return joined(this.byLabel.get(labelKey('', label)) ?? [], this.byLabel.get(labelKey(namespace === '' ? ANY : namespace, label)) ?? []);
  }
}

/** Whether pods with these labels match once they get further ones. */
function mayMatch(selector: Selector, labels: Readonly<Record<string, string>>): boolean {
  return selector.match({ labels, unknown: 'all' }) !== 'no';
}

/** Whether a selector is all of a StatefulSet's own, and further labels that its template does not have. */
function isLabelledLater({ kind, object, podLabels }: Workload, selector: Selector): boolean {
  const own = Object.entries(textsOf(object.get('spec', 'selector', 'matchLabels')));
  return kind === 'StatefulSet' && own.length > 0 && mayMatch(selector, podLabels)
    && own.every(([key, value]) => selector.requirements.some(requirement => requirement.key === key && requirement.values.includes(value)));
}

/** Stands for all named namespaces; no namespace has such a name. */
const ANY = '*';

/** The pods that a Service selects, as a selector. */
export function selectorOfService({ selector }: Service): Selector {
  return Selector.ofLabels(selector);
}

/** Both lists, without a copy where one of them is empty, as it mostly is: the other may hold a whole cluster. */
function joined(a: readonly Workload[], b: readonly Workload[]): readonly Workload[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...a, ...b];
}

function labelKey(namespace: string, [key, value]: readonly [string, string]): string {
  return `${namespace}\n${key}\n${value}`;
}
