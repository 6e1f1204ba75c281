import { IConstruct } from 'constructs';
import { chartOf } from '../../app/private/chart-of';
import { perApp } from '../../app/private/per-app';

/** What the registry knows a config by. */
interface Registered extends IConstruct {
  readonly configMapName: string;
  readonly namespace?: string;
  readonly owned: boolean;
}

/** The configs of one app, so that a rendered reference by name finds what is known of it. */
class ConfigRegistry<C extends Registered> {
  private readonly ofChart = new Map<IConstruct, Map<string, C[]>>();
  private readonly ofNamespace = new Map<string, C>();

  public add(config: C): void {
    const chart = this.ofChart.get(chartOf(config)) ?? new Map<string, C[]>();
    this.ofChart.set(chartOf(config), chart);
    chart.set(config.configMapName, [...chart.get(config.configMapName) ?? [], config]);
    const id = `${config.namespace}/${config.configMapName}`;
    if (config.namespace !== undefined && (config.owned || !this.ofNamespace.has(id))) this.ofNamespace.set(id, config);
  }

  /** The config of the same chart where there is one, as another chart may go to another cluster; the owned one before an imported one. */
  public find(scope: IConstruct, namespace: string | undefined, name: string): C | undefined {
    // One of the two may leave its namespace to `kubectl apply -n`, which is the same for a whole chart.
    const near = (this.ofChart.get(chartOf(scope))?.get(name) ?? [])
      .filter(config => config.namespace === namespace || config.namespace === undefined || namespace === undefined);
    const far = namespace === undefined ? undefined : this.ofNamespace.get(`${namespace}/${name}`);
    return near.find(config => config.owned) ?? near[0] ?? far;
  }
}

/** The registry of the app that a construct is part of. */
export const configRegistry = perApp(() => new ConfigRegistry<Registered>());
