import { MapContext } from './map-context';
import { nonEmpty } from './prop-values';
import { writtenNamespace } from './systems';
import { fieldEntries } from './with-comments';
import { Identity, withoutIdentity } from './workload-class';
import { ManifestObject } from '../../manifest';
import { Expression } from '../code';

const FIELDS: readonly string[] = ['name', 'namespace', 'labels', 'annotations'];

/** The name, labels and annotations of an object; the namespace where the chart has another. Labels of an identity are left to the construct. */
export function metadataOf(manifest: ManifestObject, context: MapContext, identity: Identity = {}): Expression {
  const namespace = context.namedNamespace(writtenNamespace(manifest));
  const given = fieldEntries(manifest, ['metadata']);
  const entries = FIELDS.flatMap(field => given.find(({ key }) => key === field) ?? []).flatMap((entry) => {
    if (entry.key === 'namespace' && namespace === undefined) return [];
    if (entry.value.kind !== 'object') return [entry];
    const value = entry.key === 'labels' ? withoutIdentity(entry.value.entries, identity) : nonEmpty(entry.value);
    return value ? [{ ...entry, value }] : [];
  });
  return { kind: 'object', entries };
}
