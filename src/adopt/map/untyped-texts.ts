import { FieldPath, fieldsOf, ManifestObject } from '../../manifest';

/** The maps of metadata that hold something else than texts, which code cannot give to a construct. */
export function untypedTexts(object: ManifestObject, metadata: FieldPath): FieldPath[] {
  return ['labels', 'annotations'].map(field => [...metadata, field])
    .filter(path => fieldsOf(object.object(...path) ?? {}).some(([, value]) => typeof (value ?? '') !== 'string'));
}
