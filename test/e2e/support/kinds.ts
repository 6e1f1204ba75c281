import { MADE_HERE } from './cluster';
import { apply, get, kubectl } from './kubectl';
import { Manifest } from '../../support/manifests';

/** Makes kinds of an API group known, with any fields, where the operator that defines them is not installed. */
export async function defineKinds(group: string, objects: readonly Manifest[]): Promise<void> {
  const kinds = [...new Set(objects.filter(({ apiVersion }) => apiVersion.startsWith(`${group}/`)).map(({ kind }) => kind))];
  const known = (await get('customresourcedefinitions')).items.map(({ metadata: { name } }: any) => name);
  const missing = kinds.map(kind => definition(group, kind)).filter(({ metadata: { name } }) => !known.includes(name));
  if (missing.length === 0) return;
  await apply(missing);
  await kubectl(['wait', '--for=condition=established', '--timeout=30s', 'customresourcedefinitions', '-l', MADE_HERE]);
}

/** Removes the kinds that were made known, with their objects. */
export async function removeKinds(): Promise<void> {
  await kubectl(['delete', 'customresourcedefinitions', '-l', MADE_HERE, '--ignore-not-found']);
}

function definition(group: string, kind: string) {
  const singular = kind.toLowerCase();
  const [key, value] = MADE_HERE.split('=');
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${singular}s.${group}`, labels: { [key]: value } },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind, singular, plural: `${singular}s` },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true } } }],
    },
  };
}
