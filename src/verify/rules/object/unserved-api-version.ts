import { ManifestObject } from '../../../manifest';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { KubernetesSchema } from '../../schema/kubernetes-schema';
import { nearField } from '../../schema/near-field';

/** Groups that have had all their kinds for long; in the others a newer release may serve what 1.28 does not. */
const SETTLED_GROUPS: ReadonlySet<string> = new Set(['', 'apps', 'autoscaling', 'batch', 'extensions', 'policy', 'rbac.authorization.k8s.io']);

export const unservedApiVersion = rule({
  code: 'OBJ502',
  title: 'The cluster does not serve the API version of an object',
  severity: 'error',
  reads: ['objects'],
  why: 'Kubernetes removes beta versions of an API some releases after the stable one has come. From then on an apply fails with "no matches for kind", '
    + 'and what the pipeline wanted to change stays as it was.',
  repair: 'Write the version that is served, and compare the fields: they differ between versions (the backend of an Ingress, the metrics of a HorizontalPodAutoscaler).',
  source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
  check: ({ objects }) => objects.flatMap((object) => {
    const schema = KubernetesSchema.instance;
    const isServed = !schema.isOwnGroup(object.apiVersion) || schema.typeOf(object.apiVersion, object.kind) || object.kind.endsWith('List');
    return isServed ? [] : [unserved(object, schema)];
  }),
});

function unserved(object: ManifestObject, schema: KubernetesSchema): Observation {
  const { apiVersion, kind, group } = object;
  const served = schema.apiVersionsOf(kind);
  const severity = SETTLED_GROUPS.has(group) || isOutdated(apiVersion, served) ? 'error' : 'warning';
  const message = `Kubernetes ${schema.version} serves no ${kind} in ${apiVersion}`;
  if (served.length > 0) return { at: object.at('apiVersion'), severity, message, fix: `write apiVersion: ${served[0]}` };
  const near = nearField(kind, schema.kindsBeside(apiVersion));
  return { at: object.at('kind'), severity, message, fix: near ? `write kind: ${near}` : 'write a kind that it serves, or remove the object' };
}

/** Whether the same group serves the kind in a version that is at least as stable. */
function isOutdated(apiVersion: string, served: readonly string[]): boolean {
  return /(alpha|beta)\d+$/.test(apiVersion) && served.some(version => /\bv\d+$/.test(version));
}
