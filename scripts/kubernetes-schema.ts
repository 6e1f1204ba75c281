/*
 * Writes src/verify/schema/kubernetes-1.28.json: the fields of each kind that Kubernetes 1.28 serves, cut down to what the verifier compares.
 * Source: the definitions that the Python package kubernetes-validate (Apache-2.0) ships, which are those of Kubernetes' own OpenAPI document (Apache-2.0).
 *
 *     pip download --no-deps kubernetes-validate && unzip kubernetes_validate-*.whl
 *     node --import tsx scripts/kubernetes-schema.ts kubernetes_validate/kubernetes-json-schema/v1.28.0-local/_definitions.json
 */
import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

interface Definition {
  readonly '$ref'?: string;
  readonly 'type'?: string | readonly string[];
  readonly 'format'?: string;
  readonly 'items'?: Definition;
  readonly 'properties'?: Readonly<Record<string, Definition>>;
  readonly 'additionalProperties'?: Definition | boolean;
  readonly 'required'?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly { readonly group: string; readonly version: string; readonly kind: string }[];
}

const TARGET = join(__dirname, '../src/verify/schema/kubernetes-1.28.json');

/** Types that are written in another form than their Go fields. */
const WRITTEN: Readonly<Record<string, string>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'quantity',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'intOrString',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 'time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 'time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': 'any',
  'io.k8s.apimachinery.pkg.runtime.RawExtension': 'any',
};

/** Fields that the definitions require and the API server does not, seen on a server of 1.28. */
const NOT_REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'apps.v1.StatefulSetSpec': ['serviceName'],
  'core.v1.HTTPHeader': ['value'],
  'core.v1.Sysctl': ['value'],
  'discovery.v1.EndpointSlice': ['endpoints'],
  'networking.v1.NetworkPolicySpec': ['podSelector'],
  'rbac.v1.RoleRef': ['apiGroup'],
  'scheduling.v1.PriorityClass': ['value'],
};

const definitions = (JSON.parse(readFileSync(process.argv[2], 'utf8')) as { readonly $defs: Readonly<Record<string, Definition>> }).$defs;
const kinds: Record<string, string> = {};
const types: Record<string, { readonly fields: Record<string, string>; readonly required?: readonly string[] }> = {};

/** `io.k8s.api.apps.v1.DeploymentSpec` is `apps.v1.DeploymentSpec`. */
function shortName(name: string): string {
  return name.replace(/^io\.k8s\.(api|apimachinery\.pkg\.apis|apiextensions-apiserver\.pkg\.apis|kube-aggregator\.pkg\.apis)\./, '');
}

/** A field's type as a word: a scalar, `any`, `object`, the name of a type, and in front of them `[]` for a list and `{}` for a map. */
function typeOf({ $ref, type, format, items, additionalProperties }: Definition): string {
  if ($ref) return referenced($ref.replace('#/$defs/', ''));
  const word = typeof type === 'string' ? type : type?.find(one => one !== 'null');
  if (word === 'array') return `[]${items ? typeOf(items) : 'any'}`;
  if (word === 'object') return typeof additionalProperties === 'object' ? `{}${typeOf(additionalProperties)}` : 'any';
  if (word === 'string') return format === 'byte' ? 'base64' : 'string';
  if (word === 'integer') return format ?? 'int64';
  return word ?? 'any';
}

function referenced(name: string): string {
  const written = WRITTEN[name];
  if (written) return written;
  if (!definitions[name].properties) return 'any';
  addType(name);
  return shortName(name);
}

function addType(name: string): void {
  const short = shortName(name);
  if (types[short]) return;
  const { properties = {}, required = [] } = definitions[name];
  const fields: Record<string, string> = {};
  const needed = required.filter(field => !NOT_REQUIRED[short]?.includes(field));
  types[short] = needed.length > 0 ? { fields, required: needed } : { fields };
  for (const [field, definition] of Object.entries(properties)) fields[field] = typeOf(definition);
}

for (const [name, definition] of Object.entries(definitions)) {
  const served = definition['x-kubernetes-group-version-kind'] ?? [];
  if (served.length !== 1 || name.endsWith('List') || !definition.properties?.metadata) continue;
  const [{ group, version, kind }] = served;
  kinds[`${group ? `${group}/` : ''}${version}/${kind}`] = shortName(name);
  addType(name);
}

writeFileSync(TARGET, `{"kinds":${JSON.stringify(kinds).replace(/,"/g, ',\n"')},\n"types":{\n${
  Object.entries(types).map(([name, type]) => `${JSON.stringify(name)}:${JSON.stringify(type)}`).join(',\n')}\n}}\n`);
