import { listOf, numberOf, objectOf, textOf, textsOf } from './json';
import { ManifestObject } from './manifest-object';

/** A port of a Service. */
export interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly protocol: string;

  /** Number, or name of a container port; the same number as `port` where none is given. */
  readonly targetPort: number | string;

  /** Index in `spec.ports`. */
  readonly index: number;
}

/** A Service. */
export interface Service {
  readonly object: ManifestObject;
  readonly name: string;
  readonly namespace: string;

  /** Empty where the Service has none: its endpoints are made by somebody else. */
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly ServicePort[];
  readonly headless: boolean;

  /** The name that an ExternalName Service stands for. */
  readonly externalName?: string;
}

/** The Service that an object is; undefined for other kinds. */
export function readService(object: ManifestObject): Service | undefined {
  if (object.kind !== 'Service' || object.apiVersion !== 'v1') return undefined;
  return {
    object,
    name: object.name,
    namespace: object.namespace,
    selector: textsOf(object.get('spec', 'selector')),
    ports: listOf(object.get('spec', 'ports')).flatMap((value, index) => {
      const entry = objectOf(value);
      const port = numberOf(entry?.port);
      if (port === undefined) return [];
      const targetPort = numberOf(entry?.targetPort) ?? textOf(entry?.targetPort) ?? port;
      return [{ name: textOf(entry?.name), port, protocol: textOf(entry?.protocol) ?? 'TCP', targetPort, index }];
    }),
    headless: object.get('spec', 'clusterIP') === 'None',
    externalName: object.get('spec', 'type') === 'ExternalName' ? textOf(object.get('spec', 'externalName')) : undefined,
  };
}
