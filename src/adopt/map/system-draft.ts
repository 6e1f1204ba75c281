import { ConfigDraft, NO_DATA } from './config-draft';
import { importedConfig, isCommonConfig, isConfig, ownedConfig } from './config-drafts';
import { Names } from './identifiers';
import { MapContext } from './map-context';
import { SecretDrafts } from './secret-drafts';
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

  /** The ConfigMap for what a workload had as literals: its own, or the only one of the chart. */
  settingsOf(workload: string, namespace: string): ConfigDraft {
    const own = [...this.configs.values()].filter(({ owned, isCommon, facts }) => owned && !isCommon && facts.namespace === namespace);
    const named = own.find(({ facts }) => facts.name === `${workload}-config`) ?? (own.length === 1 ? own[0] : undefined);
    if (named) return named;
    const isFree = (wanted: string) => this.context.set.ofKind('ConfigMap').every(object => object.name !== wanted);
    const name = [`${workload}-config`, `${workload}-addresses`].find(isFree) ?? `${workload}-addresses-of-servers`;
    const known = this.configs.get(configKey(namespace, name));
    if (known) return known;
    this.context.added.push({ id: `${namespace}/ConfigMap/${name}`, why: 'addresses and settings of NATS come from a ConfigMap (rule book §10)' });
    const endpoints = new Map();
    const made = new ConfigDraft({ name, namespace, role: 'app', endpoints, entries: [], comments: [], data: NO_DATA, patches: [] }, this, own.length === 0);
    this.configs.set(configKey(namespace, name), made);
    return made;
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
