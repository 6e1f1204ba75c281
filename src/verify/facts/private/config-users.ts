import { append, ManifestObject, Place, Workload } from '../../../manifest';
import { Facts, Variable } from '../facts';

/** Who gets the value of a key of a ConfigMap. */
export interface KeyUsers {
  readonly variables: readonly Variable[];

  /** The volumes that hold it. */
  readonly volumes: readonly { readonly workload: Workload; readonly place: Place }[];
}

/** Who uses the keys of the ConfigMaps of a set, those of the state included. */
export class ConfigUsers {
  private readonly variables = new Map<ManifestObject, Map<string, Variable[]>>();
  private readonly volumes = new Map<ManifestObject, { workload: Workload; place: Place; keys?: ReadonlySet<string> }[]>();

  constructor(facts: Pick<Facts, 'set' | 'variables'>) {
    for (const workload of facts.set.workloads) {
      for (const container of workload.containers) facts.variables(container).forEach(variable => this.addVariable(variable));
      for (const { type, name, keys, place } of workload.volumes) {
        const object = type === 'configMap' ? facts.set.find('ConfigMap', workload.namespace, name) : undefined;
        if (object) append(this.volumes, object, { workload, place, keys: keys && new Set(keys.map(({ key }) => key)) });
      }
    }
  }

  /** The ConfigMaps that somebody uses. */
  get objects(): ReadonlySet<ManifestObject> {
    return new Set([...this.variables.keys(), ...this.volumes.keys()]);
  }

  of(object: ManifestObject, key: string): KeyUsers {
    return {
      variables: this.variables.get(object)?.get(key) ?? [],
      volumes: (this.volumes.get(object) ?? []).filter(({ keys }) => !keys || keys.has(key)),
    };
  }

  private addVariable(variable: Variable): void {
    const { source, from } = variable;
    if (source !== 'configMap' || !from?.object) return;
    const byKey = this.variables.get(from.object) ?? new Map<string, Variable[]>();
    this.variables.set(from.object, byKey);
    append(byKey, from.key, variable);
  }
}
