import { buildGraph, Graph } from '../../src/graph';
import { ManifestSet, readText } from '../../src/manifest';
import { Facts, verify } from '../../src/verify';

/** The facts of manifests, each text a file. */
export function factsOf(files: readonly string[], state?: string): Facts {
  const documents = files.flatMap((text, i) => readText(`file-${i}.yaml`, text).documents);
  const set = new ManifestSet({ files: documents, state: state === undefined ? undefined : readText('state.yaml', state).documents });
  return verify(set, [], {}, []).facts;
}

/** The graph of manifests. */
export function graphOf(files: readonly string[], state?: string): Graph {
  return buildGraph(factsOf(files, state));
}

/** A workload of namespace `shop` whose variables are given. */
export function workload(kind: string, name: string, variables: Readonly<Record<string, unknown>>): string {
  const env = Object.entries(variables).map(([key, value]) => (typeof value === 'string' ? { name: key, value } : { name: key, valueFrom: value }));
  const template = { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'main', image: 'example/main:1', env }] } };
  const spec = kind === 'CronJob' ? { schedule: '0 * * * *', jobTemplate: { spec: { template } } } : { selector: { matchLabels: { app: name } }, template };
  return JSON.stringify({ apiVersion: kind === 'CronJob' ? 'batch/v1' : 'apps/v1', kind, metadata: { name, namespace: 'shop' }, spec });
}

/** A Service of namespace `shop`. */
export function service(name: string, spec: object = { selector: { app: name }, ports: [{ port: 80 }] }): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'shop' }, spec });
}
