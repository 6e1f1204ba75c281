import { ManifestObject } from '../../../manifest';

const FIELDS = ['data', 'stringData', 'binaryData'] as const;

/** The keys that a variable can take, and all of them. */
interface Keys {
  readonly variables: readonly string[];
  readonly all: readonly string[];
}

// Objects never change, and each is asked for by every reference to it.
const known = new WeakMap<ManifestObject, Keys | 'elsewhere'>();

/** The keys of a ConfigMap or Secret that a variable or a volume can take; undefined where somebody else fills the object. */
export function keysOf(object: ManifestObject, by: 'env' | 'envFrom' | 'volume' = 'volume'): readonly string[] | undefined {
  const keys = known.get(object) ?? readKeys(object);
  known.set(object, keys);
  if (keys === 'elsewhere') return undefined;
  return by === 'volume' ? keys.all : keys.variables;
}

function readKeys(object: ManifestObject): Keys | 'elsewhere' {
  if (isFilledElsewhere(object)) return 'elsewhere';
  const [data, stringData, binaryData] = FIELDS.map(field => Object.keys(object.object(field) ?? {}));
  const variables = [...new Set([...data, ...stringData])];
  return { variables, all: [...new Set([...variables, ...binaryData])] };
}

/** A token Secret is filled by a controller, and an object without any data is a stub or was printed without it. */
function isFilledElsewhere(object: ManifestObject): boolean {
  return object.get('type') === 'kubernetes.io/service-account-token' || FIELDS.every(field => object.object(field) === undefined);
}
