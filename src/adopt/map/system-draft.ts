import { ConfigDraft, ConfigFacts, NO_DATA } from './config-draft';
import { importedConfig, isCommonConfig, isConfig, namespaceEntry, ownedConfig } from './config-drafts';
import { DifferingLiterals } from './differing-literals';
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
  readonly ids = Names.ofIds();
  readonly secrets = new SecretDrafts(this);
  private readonly configs = new Map<string, ConfigDraft>();
  private readonly differing: DifferingLiterals;

  constructor(readonly context: MapContext) {
    this.differing = new DifferingLiterals(context.system.objects.flatMap(object => context.set.workload(object) ?? []), context.corrected);
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
    const isOwn = this.differing.has(readers.workload.namespace, key);
    const present = this.presentSettings(readers, isOwn);
    const holding = present?.holds(key, value) || isOwn ? present : this.holdingSettings(readers.workload, key, value) ?? present;
    return holding?.takes(key, value) ? holding : this.madeSettings(readers.workload, isOwn, key, value);
  }

  /** A ConfigMap of the files that has the value under the key, is not called like another workload, and whose other keys are read by somebody. */
  private holdingSettings({ namespace, name }: Workload, key: string, value: string): ConfigDraft | undefined {
    const ofOthers = new Set(this.context.set.workloads.filter(other => other.name !== name).map(other => `${other.name}-config`));
    return this.ownConfigs(namespace).find(config => config.holds(key, value) && !ofOthers.has(config.facts.name)
      && (this.referencesTo(config.facts).length > 0 || Object.keys(config.facts.object!.object('data')!).length === 1));
  }

  /** The ConfigMap of the files that is called like the workload, or the only one whose keys it reads; one for itself where a value is its own. */
  private presentSettings(readers: Readers, isOwn: boolean): ConfigDraft | undefined {
    const { workload } = readers;
    const own = this.ownConfigs(workload.namespace).filter(({ facts }) => this.takesSettings(facts, readers));
    const read = own.filter(({ facts }) => this.referencesTo(facts).some(reference => reference.workload === workload));
    const named = own.find(({ facts }) => facts.name === `${workload.name}-config`);
    if (named || read.length !== 1) return named;
    return isOwn && this.referencesTo(read[0].facts).some(reference => reference.workload !== workload) ? undefined : read[0];
  }

  /** The ConfigMaps of the files that are not for all systems. */
  private ownConfigs(namespace: string): ConfigDraft[] {
    return [...this.configs.values()].filter(({ owned, isCommon, facts }) => owned && !isCommon && facts.object && facts.namespace === namespace);
  }

  /** The ConfigMap that is made for all workloads of the system, or first that for one workload where others have other values. */
  private madeSettings({ name, namespace }: Workload, isOwn: boolean, key: string, value: string): ConfigDraft | undefined {
    const neighbours = this.context.system.objects.filter(object => object.namespace === namespace && this.context.set.workload(object));
    const system = this.context.system.name;
    const bases = neighbours.length === 1 ? [name] : isOwn ? [name, system] : [system, name];
    for (const base of bases) {
      const free = this.freeName(base, namespace);
      const made = this.configs.get(configKey(namespace, free)) ?? this.make(free, namespace, bases.length === 1 || base === system);
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

  /** @param isForAll  whether it is for all workloads of the system */
  private make(name: string, namespace: string, isForAll: boolean): ConfigDraft {
    this.context.added.push({ id: `${namespace}/ConfigMap/${name}`, why: 'addresses and settings of NATS come from a ConfigMap (rule book §10)' });
    const isOnly = isForAll && [...this.configs.values()].every(({ owned }) => !owned);
    const entries = namespaceEntry(namespace || undefined, this.context);
    const made = new ConfigDraft({ name, namespace, role: 'app', endpoints: new Map(), entries, comments: [], ...NO_DATA }, this, isOnly);
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
