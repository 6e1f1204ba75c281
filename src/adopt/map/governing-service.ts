import { variableName } from './identifiers';
import { MapContext } from './map-context';
import { patched } from './patches';
import { patchesOf, plainService, selectsWorkload } from './service-draft';
import { commentsOf } from './source-comments';
import { SystemDraft } from './system-draft';
import { Pods } from './workload-class';
import { ManifestObject, Service, textOf } from '../../manifest';
import { Expression, name, Statement } from '../code';

/** Why the construct of a StatefulSet cannot take the Service by which its pods have names; undefined where it can, and for other kinds. */
export function whyNotGoverned(pods: Pods, context: MapContext, written: ReadonlySet<ManifestObject>): string | undefined {
  if (pods.workload.kind !== 'StatefulSet') return undefined;
  const wanted = serviceName(pods);
  if (wanted === '') return 'its serviceName names no Service';
  const service = context.set.service(pods.workload.namespace, wanted);
  if (!service || !context.system.objects.includes(service.object)) return `Service ${wanted}, its serviceName, is not among its manifests`;
  if (context.isRaw(service.object)) return `Service ${wanted}, its serviceName, is kept as it is`;
  if (written.has(service.object)) return `Service ${wanted}, its serviceName, is that of another StatefulSet`;
  return selectsWorkload(service, pods) ? undefined : `Service ${wanted}, its serviceName, does not select the same pods, or has no ports`;
}

/** The Service of a StatefulSet in the code, for the prop `service`. */
export interface GoverningService {
  readonly service: Service;
  readonly expression: Expression;
  readonly comments: readonly string[];

  /** What makes it, where the prop does not. */
  readonly statements: readonly Statement[];
}

/** `new kplus.Service(this, 'service', { … })` without a selector, which the StatefulSet sets; undefined for other kinds. */
export function governingService(pods: Pods, draft: SystemDraft): GoverningService | undefined {
  const { kind, namespace } = pods.workload;
  const service = kind === 'StatefulSet' ? draft.context.set.service(namespace, serviceName(pods)) : undefined;
  if (!service) return undefined;
  const made = plainService(service, undefined, draft);
  const comments = commentsOf(service.object, []);
  const patches = patchesOf(service);
  if (patches.values.length === 0) return { service, expression: made, comments, statements: [] };
  const variable = name(draft.variables.take(variableName(`${service.name}-service`)));
  return {
    service,
    expression: variable,
    comments: [],
    statements: [
      { kind: 'const', name: variable.text, value: made, comments },
      ...patched(variable, patches),
      { kind: 'blank' },
    ],
  };
}

function serviceName({ workload }: Pods): string {
  return textOf(workload.object.get('spec', 'serviceName')) ?? '';
}
