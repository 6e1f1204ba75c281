import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments, Tags } from 'yaml';

/** A Kubernetes object as plain JSON. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
    readonly [field: string]: any;
  };
  readonly [field: string]: any;
}

/** YAML 1.1 as kubectl reads it: `yes` is true and 0644 is octal, but dates and `1:30` stay strings. */
const withoutTimes = (tags: Tags): Tags =>
  tags.filter(tag => typeof tag === 'string' || (tag.tag !== 'tag:yaml.org,2002:timestamp' && tag.format !== 'TIME'));

/**
 * All objects of a text, empty documents left out.
 *
 * @throws where the text is no YAML, or a document is no Kubernetes object.
 */
export function parseManifests(text: string, source: string): Manifest[] {
  return parseAllDocuments(text, { version: '1.1', customTags: withoutTimes }).flatMap((document) => {
    if (document.errors.length > 0) throw new Error(`${source}: ${document.errors[0].message}`);
    const object = document.toJS();
    if (object === null || object === undefined) return [];
    if (!object.apiVersion || !object.kind || !object.metadata?.name) {
      throw new Error(`${source}: a document without apiVersion, kind or metadata.name`);
    }
    return [object];
  });
}

/** All objects of a YAML file. */
export function loadManifestFile(path: string): Manifest[] {
  return parseManifests(readFileSync(path, 'utf8'), path);
}

/** All objects of the YAML files of a folder, in the order of the file names. */
export function loadManifests(folder: string): Manifest[] {
  return readdirSync(folder).filter(file => /\.ya?ml$/.test(file)).sort().flatMap(file => loadManifestFile(join(folder, file)));
}
