import { ConfigDraft, ConfigFacts, NO_DATA } from './config-draft';
import { importedConfig, isCommonConfig, isConfig, namespaceEntry, ownedConfig } from './config-drafts';
import { Names } from './identifiers';
import { MapContext } from './map-context';
import { SecretDrafts } from './secret-drafts';
import { Workload } from '../../manifest';
import { ConfigReference } from '../../verify';
import { Statement } from '../code';

/** The code of one chart while it is written: names that are taken, and the ConfigMaps and Secrets that its workloads ask for. */
export class SystemDraft {
  readonly variables = new Names();
  readonly ids = new Names();
  readonly secrets = new SecretDrafts(this);
  private readonly configs = new Map<string, ConfigDraft>();

  constructor(readonly context: MapContext) {
    const owned = context.system.objects.filter(object => isConfig(object, context));
    for (const object of owned) this.configs.set(configKey(object.namespace, object.name), ownedConfig(object, context, this, owned.length === 1));
  }

  /** The ConfigMap of a reference. */
  config(namespace: string, name: string): ConfigDraft {
    const known = this.configs.get(configKey(namespace, name));
    if (known) return known;
    const made = importedConfig(name, namespace, this.context, this);
    this.configs.set(configKey(namespace, name), made);
    return made;
  }

  /** The config of a namespace that has the address of the NATS server for all of its systems. */
  sharedConfig(namespace: string): ConfigDraft | undefined {
    const shared = this.context.set.ofKind('ConfigMap').find(object => object.namespace === namespace && isCommonConfig(object, this.context));
    return shared && this.config(namespace, shared.name);
  }

  /**
   * The ConfigMap for a value that a workload had as a literal: the one that is called like it, the only one whose keys it reads, or one that is
   * made. Undefined where that has another value.
   */
  settingsFor(workload: Workload, key: string, value: string): ConfigDraft | undefined {
    const { name, namespace } = workload;
    const own = [...this.configs.values()].filter(({ owned, isCommon, facts }) =>
      owned && !isCommon && facts.object && facts.namespace === namespace && this.takesSettings(facts, workload));
    const read = own.filter(({ facts }) => this.referencesTo(facts).some(reference => reference.workload === workload));
    const given = own.find(({ facts }) => facts.name === `${name}-config`) ?? (read.length === 1 ? read[0] : undefined);
    if (given) return given.takes(key, value) ? given : undefined;
    const neighbours = this.context.system.objects.filter(object => object.namespace === namespace && this.context.set.workload(object));
    const names = [...neighbours.length > 1 ? [this.context.system.name] : [], name].map(base => this.freeName(base));
    const made = names.map(one => this.configs.get(configKey(namespace, one)));
    const fitting = names.findIndex((_, i) => made[i]?.takes(key, value) ?? true);
    return fitting < 0 ? undefined : made[fitting] ?? this.make(names[fitting], namespace);
  }

  private freeName(base: string): string {
    const isFree = (wanted: string) => this.context.set.ofKind('ConfigMap').every(object => object.name !== wanted);
    return [`${base}-config`, `${base}-addresses`].find(isFree) ?? `${base}-addresses-of-servers`;
  }

  private make(name: string, namespace: string): ConfigDraft {
    this.context.added.push({ id: `${namespace}/ConfigMap/${name}`, why: 'addresses and settings of NATS come from a ConfigMap (rule book §10)' });
    const isOnly = [...this.configs.values()].every(({ owned }) => !owned);
    const entries = namespaceEntry(namespace || undefined, this.context);
    const made = new ConfigDraft({ name, namespace, role: 'app', endpoints: new Map(), entries, comments: [], data: NO_DATA, patches: [] }, this, isOnly);
    this.configs.set(configKey(namespace, name), made);
    return made;
  }

  /** Whether a new key of a ConfigMap is nothing but a setting of a workload: no file, and no variable of others. */
  private takesSettings(facts: ConfigFacts, workload: Workload): boolean {
    return this.referencesTo(facts).every(({ by, key, workload: reader }) => key !== undefined || (by === 'envFrom' && reader === workload));
  }

  private referencesTo({ namespace, name }: ConfigFacts): readonly ConfigReference[] {
    return this.context.facts.referencesTo('ConfigMap', namespace, name);
  }

  /** The ConfigMaps, as far as something uses them. */
  configStatements(): Statement[] {
    const used = [...this.configs.values()].filter(({ isUsed }) => isUsed);
    const inOrder = [...used.filter(({ owned }) => !owned), ...used.filter(({ owned }) => owned)];
    return inOrder.flatMap(config => config.statements());
  }
}

function configKey(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}
