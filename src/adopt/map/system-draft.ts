import { ConfigDraft, ConfigFacts, NO_DATA } from './config-draft';
import { importedConfig, isCommonConfig, isConfig, namespaceEntry, ownedConfig } from './config-drafts';
import { Names } from './identifiers';
import { MapContext } from './map-context';
import { SecretDrafts } from './secret-drafts';
import { Container, Workload } from '../../manifest';
import { ConfigReference } from '../../verify';
import { Statement } from '../code';

/** The containers of a workload that have the same variable. */
export interface Readers {
  readonly workload: Workload;
  readonly containers: readonly Container[];
}

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

  /** The ConfigMap for a value that was a literal: one of the files, or else one that is made. Undefined where each of them has another value. */
  settingsFor(readers: Readers, key: string, value: string): ConfigDraft | undefined {
    const present = this.presentSettings(readers);
    return present?.takes(key, value) ? present : this.madeSettings(readers.workload, key, value);
  }

  /** The ConfigMap of the files that is called like the workload, or the only one whose keys it reads. */
  private presentSettings(readers: Readers): ConfigDraft | undefined {
    const { workload } = readers;
    const own = [...this.configs.values()].filter(({ owned, isCommon, facts }) =>
      owned && !isCommon && facts.object && facts.namespace === workload.namespace && this.takesSettings(facts, readers));
    const read = own.filter(({ facts }) => this.referencesTo(facts).some(reference => reference.workload === workload));
    return own.find(({ facts }) => facts.name === `${workload.name}-config`) ?? (read.length === 1 ? read[0] : undefined);
  }

  /** The ConfigMap that is made for all workloads of the system, or that for one workload where the other has another value. */
  private madeSettings({ name, namespace }: Workload, key: string, value: string): ConfigDraft | undefined {
    const neighbours = this.context.system.objects.filter(object => object.namespace === namespace && this.context.set.workload(object));
    for (const base of [...neighbours.length > 1 ? [this.context.system.name] : [], name]) {
      const free = this.freeName(base, namespace);
      const made = this.configs.get(configKey(namespace, free)) ?? this.make(free, namespace);
      if (made.takes(key, value)) return made;
    }
    return undefined;
  }

  /** A name that no ConfigMap has and no workload of the namespace refers to. */
  private freeName(base: string, namespace: string): string {
    const isFree = (name: string) => this.referencesTo({ namespace, name }).length === 0
      && this.context.set.ofKind('ConfigMap').every(object => object.name !== name);
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

  /** Whether a new key of a ConfigMap is nothing but a setting of its readers: no file, and no variable that a container did not have. */
  private takesSettings(facts: ConfigFacts, { containers }: Readers): boolean {
    const whole = containers.flatMap(({ variablesFrom }) => variablesFrom).filter(({ prefix }) => prefix === '').map(({ place }) => place);
    return this.referencesTo(facts).every(({ key, place }) => key !== undefined || whole.includes(place));
  }

  private referencesTo({ namespace, name }: Pick<ConfigFacts, 'namespace' | 'name'>): readonly ConfigReference[] {
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
