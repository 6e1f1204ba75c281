import { Duration } from 'cdk8s';
import { Warnings } from '../../../src/app';
import { JobSchedule, NatsAwareCronJob } from '../../../src/workload';
import { cronJobProps } from '../../../src/workload/private/cron-job-props';
import { appsChart, BOT } from '../support';

const schedule = JobSchedule.every(Duration.minutes(15));

test('a run may start five minutes late by default', () => {
  expect(cronJobProps({ ...BOT, schedule }).startingDeadline?.toSeconds()).toBe(300);
});

test('a given deadline stays', () => {
  expect(cronJobProps({ ...BOT, schedule, startingDeadline: Duration.seconds(10) }).startingDeadline?.toSeconds()).toBe(10);
});

test('the schedule keeps its fields', () => {
  expect(cronJobProps({ ...BOT, schedule: JobSchedule.expression('5 4 3 2 1') }).schedule.expressionString).toBe('5 4 3 2 1');
});

test('the lifetime of finished Jobs is kept from cdk8s-plus, which refuses it beside the numbers retained', () => {
  expect(cronJobProps({ ...BOT, schedule, ttlAfterFinished: Duration.hours(1) }).ttlAfterFinished).toBeUndefined();
});

test('a run that may last longer than the period is a warning', () => {
  expect(warningsOf({ schedule, activeDeadline: Duration.minutes(16) })).toEqual([
    'apps/job: a run may last 960 s and the next is due after 900 s, so that runs are skipped; lower activeDeadline or lengthen the period',
  ]);
});

test('a run that may last the period is none', () => {
  expect(warningsOf({ schedule, activeDeadline: Duration.minutes(15) })).toEqual([]);
});

test('the shortest gap of the schedule is what counts', () => {
  expect(warningsOf({ schedule: JobSchedule.expression('0,50 * * * *'), activeDeadline: Duration.minutes(11) })).toHaveLength(1);
});

test('a step that does not divide its field is a warning', () => {
  expect(warningsOf({ schedule: JobSchedule.expression('0 */15 * * *') })[0]).toContain('apps/job: schedule "0 */15 * * *" steps by 15 in the field hour of 24');
});

function warningsOf(props: { schedule: JobSchedule; activeDeadline?: Duration }): string[] {
  const chart = appsChart();
  new NatsAwareCronJob(chart, 'job', { ...BOT, ...props });
  return Warnings.all(chart);
}
