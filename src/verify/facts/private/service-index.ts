import { append, groupBy, ManifestSet, Service } from '../../../manifest';

const INDEXES = new WeakMap<ManifestSet, ServiceIndex>();

/** The Services of a set by name, namespace and port. */
export class ServiceIndex {
  static of(set: ManifestSet): ServiceIndex {
    const known = INDEXES.get(set);
    if (known) return known;
    const index = new ServiceIndex(set.services);
    INDEXES.set(set, index);
    return index;
  }

  private readonly byName: ReadonlyMap<string, Service[]>;
  private readonly byNamespace: ReadonlyMap<string, Service[]>;
  private readonly byPort = new Map<number, Service[]>();

  private constructor(services: readonly Service[]) {
    this.byName = groupBy(services, ({ name }) => name);
    this.byNamespace = groupBy(services, ({ namespace }) => namespace);
    for (const service of services) {
      for (const port of new Set(service.ports.map(served => served.port))) append(this.byPort, port, service);
    }
  }

  called(name: string): readonly Service[] {
    return this.byName.get(name) ?? [];
  }

  in(namespace: string): readonly Service[] {
    return this.byNamespace.get(namespace) ?? [];
  }

  on(port: number | undefined): readonly Service[] {
    return port === undefined ? [] : this.byPort.get(port) ?? [];
  }
}
