import { FieldPath, Json, listOf, ManifestObject, numberOf, objectOf, Place, textOf } from '../../../manifest';

/** A Service that an Ingress sends requests to. */
export interface IngressBackend {
  readonly service: string;

  /** Number or name of a port of the Service; undefined where none is given. */
  readonly port?: number | string;
  readonly place: Place;
  readonly portPlace: Place;
}

/** The Services behind an Ingress: the default one and those of the paths. */
export function ingressBackends(object: ManifestObject): IngressBackend[] {
  const paths = listOf(object.get('spec', 'rules')).flatMap((rule, i) =>
    listOf(objectOf(objectOf(rule)?.http)?.paths).flatMap((path, k) =>
      backend(object, ['spec', 'rules', i, 'http', 'paths', k, 'backend'], objectOf(path)?.backend)));
  return [...backend(object, ['spec', 'defaultBackend'], object.get('spec', 'defaultBackend')), ...paths];
}

function backend(object: ManifestObject, path: FieldPath, value: Json | undefined): IngressBackend[] {
  const service = objectOf(objectOf(value)?.service);
  const name = textOf(service?.name);
  if (name === undefined) return [];
  const port = objectOf(service?.port);
  const field = port?.number === undefined ? 'name' : 'number';
  return [{
    service: name,
    port: numberOf(port?.number) ?? textOf(port?.name),
    place: object.at(...path, 'service', 'name'),
    portPlace: object.at(...path, 'service', 'port', field),
  }];
}
