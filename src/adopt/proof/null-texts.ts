import { FieldPath, fieldsOf, isCustom, Json, ManifestObject, objectOf } from '../../manifest';

/** The maps of texts of a ConfigMap and of a Secret. */
const DATA: readonly string[] = ['data', 'binaryData', 'stringData'];

/** The members of an object's maps of texts that are null, which the API server stores as empty texts: it takes null for nothing in the fields of a structure alone. */
export function nullTexts(object: ManifestObject): FieldPath[] {
  const { kind, group, value } = object;
  const data = group === '' && (kind === 'ConfigMap' || kind === 'Secret') ? DATA.map(field => [field]) : [];
  const metadata = isCustom(group) ? [['metadata']] : metadataIn(value, []);
  const maps = [...data, ...metadata.flatMap(path => [[...path, 'labels'], [...path, 'annotations']])];
  return maps.flatMap(path => fieldsOf(object.object(...path) ?? {}).flatMap(([key, text]) => (text === null ? [[...path, key]] : [])));
}

/** That of the object, and of the templates in it. */
function metadataIn(value: Json, path: FieldPath): FieldPath[] {
  return fieldsOf(objectOf(value) ?? {}).flatMap(([key, field]) => (key === 'metadata' ? [[...path, key]] : metadataIn(field, [...path, key])));
}
