import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { oncePerDecision } from '../../app/private/deferred-warnings';
import { objectId } from '../../app/private/names';

/** The ConfigMap keys that the rendered objects of an app refer to, whoever made them. */
export class ConfigReferences {
  private readonly keys = new Map<string, Set<string>>();
  private readonly whole = new Set<string>();

  constructor(root: IConstruct) {
    for (const construct of root.node.findAll()) {
      if (!ApiObject.isApiObject(construct)) continue;
      const object = construct.toJson();
      this.read(object, name => objectId(construct, object.metadata?.namespace, name));
    }
  }

  /** Whether an object refers to the key, or to the whole ConfigMap; `id` is its `objectId`. */
  public has(id: string, key: string): boolean {
    return this.whole.has(id) || (this.keys.get(id)?.has(key) ?? false);
  }

  private keysOf(id: string): Set<string> {
    const keys = this.keys.get(id) ?? new Set();
    this.keys.set(id, keys);
    return keys;
  }

  private read(node: unknown, idOf: (name: string) => string): void {
    if (typeof node !== 'object' || node === null) return;
    for (const [field, value] of Object.entries(node)) {
      if (value?.name !== undefined && ['configMapKeyRef', 'configMapRef', 'configMap'].includes(field)) this.refer(idOf(value.name), value);
      this.read(value, idOf);
    }
  }

  private refer(id: string, { key, items }: { key?: string; items?: { key: string }[] }): void {
    const keys = key === undefined ? items?.map(item => item.key) : [key];
    if (keys === undefined) this.whole.add(id);
    else keys.forEach(each => this.keysOf(id).add(each));
  }
}

/** What the app refers to, read once for all checks that ask in the same synth. */
export const configReferences = oncePerDecision(root => new ConfigReferences(root));
