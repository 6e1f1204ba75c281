import { MapContext } from './map-context';
import { WorkloadDraft } from './workload-draft';
import { Decision } from '../adopted-app';

/** What a workload needs without saying where it is, and what the code does about it. */
export function decisionsOf({ workload, identity, variables }: WorkloadDraft, context: MapContext): Decision[] {
  const { object, namespace } = workload;
  const kept = context.mustStayOpen(namespace, identity)
    ? 'no connection is declared, since the policy of the others would close this one'
    : 'what policies open for it stays open';
  return context.unknownNeeds(namespace, identity).filter(need => need.workload === workload && !variables.isConnected(need.name))
    .map(({ name, what, protocol, port }) =>
      ({ object, what: `the address of ${what} (${protocol} ${port}), which ${name} needs, is not known here; ${kept}; add a connectTo that names the host, with its ranges where it is private` }));
}
