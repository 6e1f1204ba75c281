import { compareTexts } from './compare-texts';
import { Workload } from '../../manifest';
import { Facts, Need } from '../../verify';

/** The variables and keys through which workloads get addresses: all of them, where a need names the first. */
export class EndpointNames {
  private readonly byWorkload = new Map<Workload, Map<string, Set<string>>>();

  constructor({ urls }: Pick<Facts, 'urls'>) {
    for (const { name, workloads, variables, nats, host, port } of urls) {
      const endpoints = nats?.members.length ? nats.members : [{ host, port }];
      for (const workload of workloads) {
        const own = variables.filter(({ container }) => container.workload === workload).map(variable => variable.name);
        for (const endpoint of endpoints) this.add(workload, endpoint, own.length > 0 ? own : [name]);
      }
    }
  }

  /** Sorted. */
  of({ workload, host, port, name }: Need): string[] {
    const names = this.byWorkload.get(workload)?.get(endpointId({ host, port }));
    return [...names ?? [name]].sort(compareTexts);
  }

  private add(workload: Workload, endpoint: Endpoint, names: readonly string[]): void {
    let byEndpoint = this.byWorkload.get(workload);
    if (!byEndpoint) this.byWorkload.set(workload, byEndpoint = new Map());
    const id = endpointId(endpoint);
    const known = byEndpoint.get(id) ?? new Set();
    byEndpoint.set(id, known);
    for (const name of names) known.add(name);
  }
}

interface Endpoint {
  readonly host?: string;
  readonly port?: number;
}

function endpointId({ host, port }: Endpoint): string {
  return `${host ?? ''} ${port ?? ''}`;
}
