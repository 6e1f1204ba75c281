import { Yaml } from 'cdk8s';
import { ImportedContent } from './imported-content';

/** A ConfigMap as a YAML file describes it. */
export interface ConfigManifest extends ImportedContent {
  readonly namespace?: string;
}

/** Reads a ConfigMap from a YAML file, which may hold other objects as well. */
export function readConfigManifest(path: string, name: string): ConfigManifest {
  const configMaps = Yaml.load(path).filter(object => object?.kind === 'ConfigMap');
  const found = configMaps.filter(object => object.metadata?.name === name);
  if (found.length !== 1) {
    const names = configMaps.map(object => object.metadata?.name).join(', ') || 'none';
    throw new Error(`${path} holds ${found.length} ConfigMaps ${name}; write the name of one that it holds once (it holds ${names})`);
  }
  const [{ metadata, data, binaryData }] = found;
  const values = Object.entries(data ?? {}).map(([key, value]) => [key, String(value)]);
  return {
    namespace: metadata.namespace,
    keys: [...Object.keys(data ?? {}), ...Object.keys(binaryData ?? {})],
    values: Object.fromEntries(values),
  };
}
