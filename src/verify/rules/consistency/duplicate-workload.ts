import { Workload } from '../../../manifest';
import { Facts, Variable } from '../../facts/facts';
import { imageRepository } from '../../facts/siblings';
import { rule } from '../../rule';

export const duplicateWorkload = rule({
  code: 'CFG252',
  title: 'Two CronJobs run the same work at the same time',
  severity: 'warning',
  reads: ['variables', 'workloads'],
  why: 'Two CronJobs of one namespace have the same schedule, image, command and settings under different names, mostly after a migration whose old half was left: '
    + 'everything is fetched, written and published twice.',
  repair: 'Delete one of them from the files and from the cluster, or set `suspend: true`.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/',
  check: function* (facts) {
    const bySubstance = new Map<string, Workload>();
    for (const workload of facts.workloads) {
      if (workload.kind !== 'CronJob' || workload.object.get('spec', 'suspend') === true) continue;
      const substance = substanceOf(workload, facts);
      const first = bySubstance.get(substance);
      if (!first) {
        bySubstance.set(substance, workload);
      } else if (first.name !== workload.name) {
        yield {
          at: workload.object.at('metadata', 'name'),
          message: `CronJob ${workload.name} runs the same command with the same settings and schedule as CronJob ${first.name}`,
          fix: 'delete one of the two',
          related: [{ at: first.object.at('metadata', 'name'), message: `CronJob ${first.name}` }],
        };
      }
    }
  },
});

/** All that decides what a CronJob does and when. */
function substanceOf(workload: Workload, facts: Pick<Facts, 'variables'>): string {
  const { object, namespace, name } = workload;
  return JSON.stringify([
    namespace, object.get('spec', 'schedule'), object.get('spec', 'timeZone'),
    workload.containers.map(container => [
      imageRepository(container.image), container.words.map(({ text }) => text),
      facts.variables(container).map(variable => settingOf(variable, name)).sort(),
      container.variablesFrom.map(from => from.name),
    ]),
    workload.volumes.map(volume => volume.name),
  ]);
}

function settingOf({ name, value, from, source }: Variable, workloadName: string): string {
  const text = value === undefined ? `${source} ${from?.name}/${from?.key}` : value.split(workloadName).join('*');
  return `${name}=${text}`;
}
