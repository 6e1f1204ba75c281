import { ManifestObject } from '../../../manifest';
import { rule } from '../../rule';
import { listed } from '../private/listed';
import { isNeverReady } from '../private/never-ready';
import { PodIndex, selectorOfService } from '../private/pod-index';

export const serviceSelectsJobs = rule({
  code: 'OBJ517',
  title: 'A Service selects pods of Jobs beside those of its workload',
  severity: 'warning',
  reads: ['objects', 'set'],
  why: 'While the Job runs, its pod is an endpoint of the Service as soon as it counts as ready, and a part of the requests goes to a program that does not serve.',
  repair: 'Give the pods of the Job other labels, or add a label to the selector that only the serving pods have.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  *check({ objects, set }) {
    const pods = PodIndex.of(set);
    for (const object of objects) {
      const service = object.kind === 'Service' ? set.service(object.namespace, object.name) : undefined;
      if (service?.object !== object || Object.keys(service.selector).length === 0) continue;
      const selected = pods.selected(object.namespace, selectorOfService(service));
      const jobs = selected.filter(workload => workload.finite && (takesUnready(object) || !isNeverReady(workload)));
      if (jobs.length === 0 || jobs.length === selected.length) continue;
      yield {
        at: { ...object.at('spec', 'selector'), part: 'key' },
        message: `Service ${object.name} also selects the pods of ${listed(jobs.map(({ kind, name }) => `${kind} ${name}`))}`,
        fix: 'give the Job other labels, or add a label to the selector that only the serving pods have',
        related: jobs.slice(0, 3).map(job => ({ at: job.object.at(...job.templatePath, 'metadata', 'labels'), message: 'the labels of the Job' })),
      };
    }
  },
});

function takesUnready(service: ManifestObject): boolean {
  return service.get('spec', 'publishNotReadyAddresses') === true;
}
