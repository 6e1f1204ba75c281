import { Duration } from 'cdk8s';
import { Cron } from 'croner';
import * as fc from 'fast-check';
import { JobSchedule } from '../../src/workload';

const PERIODS = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1440];
const EPOCH = new Date('2025-03-01T00:00:00Z');
const every = (minutes: number, offset?: number) =>
  JobSchedule.every(Duration.minutes(minutes), { offset: offset === undefined ? undefined : Duration.minutes(offset) });

/** A period that divides an hour or a day, and an offset within it. */
const periodic = fc.constantFrom(...PERIODS).chain(minutes => fc.record({ minutes: fc.constant(minutes), offset: fc.nat({ max: minutes - 1 }) }));

test.each([
  [1, 0, '* * * * *'],
  [15, 0, '*/15 * * * *'],
  [15, 5, '5-59/15 * * * *'],
  [60, 0, '0 * * * *'],
  [60, 5, '5 * * * *'],
  [240, 0, '0 */4 * * *'],
  [240, 65, '5 1-23/4 * * *'],
  [1440, 0, '0 0 * * *'],
  [1440, 125, '5 2 * * *'],
])('every %d minutes with an offset of %d is %s', (minutes, offset, expression) => {
  expect(every(minutes, offset).cronExpression).toBe(expression);
});

test('two runs are exactly one period apart, the first of them the offset after midnight', () => {
  fc.assert(fc.property(periodic, ({ minutes, offset }) => {
    const cron = new Cron(every(minutes, offset).cronExpression, { utcOffset: 0, paused: true });
    const runs = cron.nextRuns(200, new Date(EPOCH.getTime() - 1000)).map(run => (run.getTime() - EPOCH.getTime()) / 60000);
    expect(runs).toEqual(runs.map((_, i) => offset + i * minutes));
  }));
});

test('what every renders is taken as an expression, without a warning, and has the period', () => {
  fc.assert(fc.property(periodic, ({ minutes, offset }) => {
    const schedule = JobSchedule.expression(every(minutes, offset).cronExpression);
    expect(schedule.cronExpression).toBe(every(minutes, offset).cronExpression);
    expect(schedule._warnings()).toEqual([]);
    expect(schedule._period().toMinutes()).toBe(minutes);
  }));
});

test('a period is taken if and only if it divides an hour or a day', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 3000 }), minutes => {
    if (PERIODS.includes(minutes)) expect(() => every(minutes)).not.toThrow();
    else expect(() => every(minutes)).toThrow(`a period of ${minutes} minutes divides neither an hour nor a day; write a period that does, or JobSchedule.expression`);
  }));
});

test('an offset is shorter than the period', () => {
  expect(() => every(15, 15)).toThrow('an offset of 15 minutes is not shorter than the period of 15; write 0');
  expect(() => every(15, 20)).toThrow('write 5');
});

test('seconds are refused', () => {
  expect(() => JobSchedule.every(Duration.seconds(90))).toThrow('the period of 90 seconds is no whole number of minutes; cron knows minutes only');
  expect(() => JobSchedule.every(Duration.hours(1), { offset: Duration.seconds(30) })).toThrow('the offset of 30 seconds');
});

test('an expression keeps its fields', () => {
  expect(JobSchedule.expression(' 0  */6 * * * ').cronExpression).toBe('0 */6 * * *');
});

test('an expression that Kubernetes refuses, or that never comes, throws', () => {
  expect(() => JobSchedule.expression('0 24 * * *')).toThrow('"24" in the field hour');
  expect(() => JobSchedule.expression('0 0 30 2 *')).toThrow('never comes');
});
