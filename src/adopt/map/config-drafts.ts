import { COMMON_NAME, ConfigDraft, NO_DATA, ConfigFacts, ConfigRole } from './config-draft';
import { endpointOfUrl, EndpointDraft, natsServer } from './endpoint-draft';
import { ChartNames } from './identifiers';
import { MapContext } from './map-context';
import { addFields, Patches } from './patches';
import { commentsOf } from './source-comments';
import { writtenNamespace } from './systems';
import { TakenFields } from './taken-fields';
import { fieldEntries, fieldExpression, propsWithComments } from './with-comments';
import { clusterAddressIn } from '../../address/private/cluster-address';
import { credentialIn } from '../../address/private/credentials';
import { isDataKey } from '../../address/private/data-key';
import { FieldPath, fieldsOf, ManifestObject, objectOf, textOf, textsOf } from '../../manifest';
import { ObjectEntry } from '../code';

/** Whether a ConfigMap of the files can be written as a config of the library. */
export function isConfig(object: ManifestObject, context: MapContext): boolean {
  if (object.kind !== 'ConfigMap' || object.apiVersion !== 'v1' || object.name === '' || context.isRaw(object)) return false;
  return context.set.find('ConfigMap', object.namespace, object.name) === object
    && Object.values(objectOf(object.get('data')) ?? { none: 0 }).every(value => typeof value === 'string')
    && refusedKeys(object, endpointsIn(object, context)).every(key => !isRead(object, key, context));
}

function isRead({ namespace, name }: ManifestObject, key: string, { facts }: MapContext): boolean {
  return facts.referencesTo('ConfigMap', namespace, name).some(reference => reference.key === key);
}

/** Whether a config of the library refuses a value. */
export function isRefusedByConfig(key: string, value: string): boolean {
  return credentialIn(key, value) !== undefined || clusterAddressIn(key, value) !== undefined || !isDataKey(key) || key === '__proto__';
}

/** Keys whose values are neither text for a config nor the address of an endpoint. */
function refusedKeys(object: ManifestObject, endpoints: ReadonlyMap<string, EndpointDraft>): string[] {
  const texts = Object.entries(textsOf(object.get('data')));
  return texts.filter(([key, value]) => !endpoints.has(key) && isRefusedByConfig(key, value)).map(([key]) => key);
}

/** A ConfigMap that the chart creates. */
export function ownedConfig(object: ManifestObject, context: MapContext, names: ChartNames, isOnly: boolean): ConfigDraft {
  const endpoints = endpointsOf(object, context);
  const refused = refusedKeys(object, endpoints);
  const role: ConfigRole = isCommon(object, endpoints) ? 'common' : 'app';
  const left = [...endpoints.keys(), ...refused, ...role === 'common' ? ['NATS_ENABLED'] : []];
  return new ConfigDraft({
    name: object.name,
    namespace: object.namespace,
    role,
    object,
    endpoints,
    entries: propsWithComments(object, FIELD_OF_PROP, [
      ...namespaceEntry(writtenNamespace(object), context),
      ...object.get('metadata', 'labels') === undefined ? [] : [{ key: 'labels', value: fieldExpression(object, ['metadata', 'labels']) }],
      ...role === 'common' && object.get('data', 'NATS_ENABLED') === 'false' ? [{ key: 'natsEnabled', value: { kind: 'literal' as const, value: false } }] : [],
    ]),
    data: { entries: fieldEntries(object, ['data']).filter(({ key }) => !left.includes(key)), comments: commentsOf(object, ['data']) },
    comments: commentsOf(object, []),
    patches: patchesOf(object, refused),
  }, names, isOnly);
}

const FIELD_OF_PROP: ReadonlyMap<string, FieldPath> = new Map([
  ['namespace', ['metadata', 'namespace']],
  ['labels', ['metadata', 'labels']],
  ['natsEnabled', ['data', 'NATS_ENABLED']],
]);

/** A ConfigMap that lives elsewhere, or that the chart has as a plain object. */
export function importedConfig(name: string, namespace: string, context: MapContext, names: ChartNames): ConfigDraft {
  const object = context.set.find('ConfigMap', namespace, name);
  const endpoints = object ? endpointsOf(object, context) : assumedEndpoints(name, namespace, context);
  const facts: ConfigFacts = {
    name,
    namespace,
    role: name === COMMON_NAME && endpoints.has('NATS_URL') || (object && isCommon(object, endpoints)) ? 'imported-common' : 'imported-app',
    endpoints,
    entries: namespaceEntry(namespace || undefined, context),
    comments: [],
    ...NO_DATA,
  };
  return new ConfigDraft(facts, names, false);
}

/** Data of a kind that a config does not take, and fields beside it. */
function patchesOf(object: ManifestObject, refused: readonly string[]): Patches {
  const fields = new TakenFields(object);
  for (const path of [['apiVersion'], ['kind'], ['metadata', 'name'], ['metadata', 'namespace'], ['metadata', 'labels']]) fields.take(...path);
  for (const key of Object.keys(textsOf(object.get('data'))).filter(one => !refused.includes(one))) fields.take('data', key);
  return addFields(object, fields.left());
}

/** The entry for a namespace that the chart does not give by itself. */
export function namespaceEntry(namespace: string | undefined, context: MapContext): ObjectEntry[] {
  const named = context.namedNamespace(namespace);
  return named === undefined ? [] : [{ key: 'namespace', value: { kind: 'literal', value: named } }];
}

/** Whether a ConfigMap is one that `PetrosaCommonConfig` stands for. */
export function isCommonConfig(object: ManifestObject, context: MapContext): boolean {
  return isCommon(object, endpointsIn(object, context));
}

function isCommon(object: ManifestObject, endpoints: ReadonlyMap<string, EndpointDraft>): boolean {
  const enabled = object.get('data', 'NATS_ENABLED');
  return (enabled === 'true' || enabled === 'false') && endpoints.has('NATS_URL');
}

/** The same, and says which are written in another way. */
function endpointsOf(object: ManifestObject, context: MapContext): Map<string, EndpointDraft> {
  const endpoints = endpointsIn(object, context);
  if (object.origin !== 'files') return endpoints;
  for (const [key, { url }] of endpoints) {
    if (url !== object.get('data', key)) context.depart(object, `data.${key}`, context.corrected.at(object, ['data', key]));
  }
  return endpoints;
}

/** The keys whose values are the addresses of Services. */
function endpointsIn(object: ManifestObject, context: MapContext): Map<string, EndpointDraft> {
  const endpoints = new Map<string, EndpointDraft>();
  for (const [key, value] of fieldsOf(objectOf(object.get('data')) ?? {})) {
    const text = textOf(value);
    if (text === undefined) continue;
    const corrected = context.corrected.at(object, ['data', key]);
    const endpoint = endpointOfUrl(corrected?.text ?? text, key, context.endpointsIn(object.namespace));
    if (endpoint?.url === undefined || !endpoint.egress.some(({ peers }) => peers.some(({ namespace }) => namespace !== undefined))) continue;
    endpoints.set(key, endpoint);
  }
  return endpoints;
}

/** Of the platform's own map it is known where its server is. */
function assumedEndpoints(name: string, namespace: string, context: MapContext): Map<string, EndpointDraft> {
  const server = context.facts.options.server ?? { name: 'nats-server', namespace: 'nats' };
  const nats = name === COMMON_NAME ? natsServer(server.name, server.namespace, context.endpointsIn(namespace)) : undefined;
  return new Map(nats ? [['NATS_URL', nats]] : []);
}
