import { Cron } from 'croner';
import { containersOf, label, Workload } from './object-set';
import { forEachWorkload, Rule, subjectWorkloads } from './rule';
import { roleLines } from '../../../../src/compare/private/role-lines';

/** How many values each field of a schedule has, where a step must divide them. */
const FIELD_SIZES = [{ field: 'minutes', size: 60 }, { field: 'hours', size: 24 }];

/** No step of the schedule is out of step with its field, and it runs once in its period. */
export const cronStepOutOfRange = (everyMinutes: number): Rule => scope => forEachWorkload(subjectWorkloads(scope), ({ object }) => {
  const schedule: string = object.spec.schedule;
  const uneven = FIELD_SIZES.flatMap(({ field, size }, index) => {
    const step = Number(/^\*\/(\d+)$/.exec(schedule.split(/\s+/)[index])?.[1]);
    return step && size % step !== 0 ? [`${schedule}: a step of ${step} does not divide ${size} ${field}`] : [];
  });
  if (uneven.length > 0) return uneven;
  return minutesBetweenRuns(schedule).every(gap => gap === everyMinutes) ? [] : [`${schedule}: does not run every ${everyMinutes} minutes`];
});

/** A run ends before the next one is due. */
export const cronDeadlineExceedsPeriod: Rule = scope => forEachWorkload(subjectWorkloads(scope), ({ object }) => {
  const deadline = object.spec.jobTemplate.spec.activeDeadlineSeconds;
  const period = Math.min(...minutesBetweenRuns(object.spec.schedule)) * 60;
  return deadline > period ? [`a run may take ${deadline} s, the next is due after ${period} s`] : [];
});

/** No other workload does the same at the same time: the same command, or the same labels and more. */
export const duplicateWorkload: Rule = ({ set, subject }) => {
  const workloads = set.workloads(set.objects);
  return set.workloads(set.named(subject)).flatMap(workload => workloads
    .filter(other => other.kind === workload.kind && other.name !== workload.name && other.object.spec.schedule === workload.object.spec.schedule)
    .filter(other => sameCommands(workload, other) || hasLabelsOf(workload, other))
    .map(other => `${label(workload)}: does what ${label(other)} does`));
};

/** Images name a registry's owner and a tag other than latest. */
export const imageUnqualified: Rule = scope => forEachWorkload(subjectWorkloads(scope), workload =>
  containersOf(workload).map(({ image }) => image as string)
    .filter(image => !/^[^/]+\/.+:[^/:]+$/.test(image) || image.endsWith(':latest')).map(image => `image ${image}`));

/** Images take the tag that the pipeline replaces. */
export const imagePlaceholderMissing: Rule = scope => forEachWorkload(subjectWorkloads(scope), workload =>
  containersOf(workload).map(({ image }) => image as string)
    .filter(image => !image.endsWith(':VERSION_PLACEHOLDER')).map(image => `image ${image}`));

/** Pods and containers say that they run without privileges. */
export const noSecurityContext: Rule = scope => forEachWorkload(subjectWorkloads(scope), workload =>
  containersOf(workload).filter(({ securityContext }) => securityContext?.allowPrivilegeEscalation !== false
    || !(securityContext.runAsNonRoot ?? workload.podSpec.securityContext?.runAsNonRoot))
    .map(({ name }) => `container ${name} may run as root or gain privileges`));

/** Containers that run forever are watched. */
export const noProbes: Rule = scope => forEachWorkload(subjectWorkloads(scope), ({ podSpec }) =>
  podSpec.containers.flatMap((container: any) => ['livenessProbe', 'readinessProbe'].filter(probe => !container[probe])
    .map(probe => `container ${container.name} has no ${probe}`)));

/** The number of replicas is the autoscaler's to decide. */
export const hpaAndReplicas: Rule = ({ set, subject }) => set.named(subject).flatMap((autoscaler) => {
  const { kind, name } = autoscaler.spec.scaleTargetRef;
  return set.named(`${kind}/${name}`).filter(({ spec }) => spec.replicas !== undefined)
    .map(target => `${label(target)}: has replicas, and ${label(autoscaler)} scales it`);
});

/** The Role allows what the program needs, given as lines such as `get batch/cronjobs`, and nothing else. */
export const rbacBroad = (...needed: string[]): Rule => ({ set, subject }) => set.named(subject).flatMap(role =>
  roleLines(role.rules).filter(line => !needed.includes(line)).map(line => `${label(role)}: allows to ${line}`));

/** All rules hold together. */
export const allOf = (...rules: Rule[]): Rule => scope => rules.flatMap(rule => rule(scope));

/** The minutes between the runs of two days, and from the last of them to the next. */
function minutesBetweenRuns(schedule: string): number[] {
  const cron = new Cron(schedule, { timezone: 'UTC' });
  const gaps: number[] = [];
  let run = cron.nextRun('2026-01-01T00:00:00Z');
  while (run && run.getTime() < Date.parse('2026-01-03T00:00:00Z')) {
    const next: Date | null = cron.nextRun(run);
    if (next) gaps.push((next.getTime() - run.getTime()) / 60_000);
    run = next;
  }
  return gaps;
}

function sameCommands(a: Workload, b: Workload): boolean {
  return commandsOf(a) === commandsOf(b);
}

function commandsOf(workload: Workload): string {
  return JSON.stringify(workload.podSpec.containers.map(({ image, command, args }: any) => ({ image, command, args })));
}

function hasLabelsOf(workload: Workload, other: Workload): boolean {
  const labels = Object.entries(other.object.metadata.labels ?? {});
  return labels.length > 0 && labels.every(([key, value]) => workload.object.metadata.labels?.[key] === value);
}
