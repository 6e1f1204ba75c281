import { DIFFERENT, endpoint, hasTable, job, jobs, minutes, PROGRAM, Row, schedule, tabulated } from './support';
import { array, call, Expression, imported, instance, literal, name, object, Statement } from '../../../src/adopt/code';

test('constructs that differ in data become a loop over a table', () => {
  expect(tabulated(jobs([1, 2, 3].map(i => ({ props: { schedule: schedule(`${i} * * * *`), deadline: minutes(i) }, calls: [endpoint] }))))).toBe(`\
import { Chart, Duration } from 'cdk8s';
import { HttpsApi, JobSchedule, NatsAwareCronJob } from 'cdk8s-petrosa';
import { Construct } from 'constructs';

const CRON_JOBS = [
  { name: 'rollupa', schedule: '1 * * * *', deadline: Duration.minutes(1) },
  { name: 'rollupb', schedule: '2 * * * *', deadline: Duration.minutes(2) },
  { name: 'rollupc', schedule: '3 * * * *', deadline: Duration.minutes(3) },
];

export class Rollups extends Chart {
  constructor(scope: Construct) {
    super(scope, 'rollups');

    for (const { name, schedule, deadline } of CRON_JOBS) {
      const job = new NatsAwareCronJob(this, name, {
        metadata: { name },
        schedule: JobSchedule.expression(schedule),
        deadline,
        containers: [{
          name: 'rollup',
          image: 'example/rollup:1.4.2',
          command: [
            'python',
            '-m',
            'jobs.rollup',
            '--retries=3',
            '--verbose',
            '--output=a-bucket-with-a-long-name-in-a-far-region-of-the-cluster',
          ],
        }],
      });
      job.connectTo(HttpsApi.of('api.example.com'));
    }
  }
}
`);
});

test('two constructs are no table', () => {
  expect(hasTable(jobs(DIFFERENT.slice(1)))).toBe(false);
});

test('constructs of other images are no table', () => {
  expect(hasTable(jobs(DIFFERENT.map((row, i) => ({ ...row, container: { image: `example/rollup:${i}` } }))))).toBe(false);
});

test('a construct with another call stays by itself', () => {
  const [first, ...others] = DIFFERENT;
  expect(hasTable(jobs([{ ...first, calls: [endpoint, endpoint] }, ...others]))).toBe(false);
});

test('a construct that others name stays by itself', () => {
  const use: Statement = { kind: 'expression', value: call(undefined, 'use', name('rollupa')) };
  expect(hasTable([...jobs(DIFFERENT), use])).toBe(false);
});

test('what names a local value stays in the loop, and is no column', () => {
  const rows = DIFFERENT.map((row, i) => ({ ...row, calls: [name(`endpoint${i}`)] }));
  expect(hasTable(jobs(rows))).toBe(false);
});

test('a constant above the class may be a column', () => {
  const constants = [0, 1, 2].map(i => ({ kind: 'const', name: `ENDPOINT_${i}`, value: endpoint }) as const);
  const rows = DIFFERENT.map((row, i) => ({ ...row, calls: [name(`ENDPOINT_${i}`)] }));
  expect(hasTable(jobs(rows), { constants })).toBe(true);
});

test('a prop that only some have is a column with gaps', () => {
  const [first, ...others] = DIFFERENT;
  expect(tabulated(jobs([{ ...first, props: { ...first.props, suspend: literal(true) } }, ...others])))
    .toContain('{ name: \'rollupa\', schedule: \'1 * * * *\', suspend: true },\n  { name: \'rollupb\', schedule: \'2 * * * *\' },');
});

test('a variable that only some have is another construct', () => {
  const [first, ...others] = DIFFERENT;
  expect(hasTable(jobs([{ ...first, container: { envVariables: { A: 'x' } } }, ...others.map(row => ({ ...row, container: { envVariables: {} } }))]))).toBe(false);
});

test('the value of an option is a column that is named after it', () => {
  const text = tabulated(jobs(DIFFERENT.map((row, i) => ({ ...row, container: { args: ['--all', `--max-age=${i}d`] } }))));
  expect([text.includes('maxAge: \'0d\''), text.includes('args: [\'--all\', `--max-age=${maxAge}`]')]).toEqual([true, true]);
});

test('a text around the name is no column', () => {
  const rows = DIFFERENT.map((row, i) => ({ ...row, container: { queue: `rollup${'abc'[i]}-queue` } }));
  expect(tabulated(jobs(rows))).toContain('queue: `${name}-queue`');
});

test('fields that differ in the same way share a column', () => {
  const rows = [1, 2, 3].map(i => ({ props: { period: literal(`${i}h`), every: literal(`${i}h`) } }));
  expect(tabulated(jobs(rows))).toContain('period,\n        every: period,');
});

test('numbers that are the same by chance have a column each', () => {
  const rows = [1, 2, 3].map(i => ({ props: { kept: literal(i), retries: literal(i) } }));
  expect(tabulated(jobs(rows))).toContain('{ name: \'rollupb\', kept: 2, retries: 2 }');
});

test('values that differ together in a small object are one column', () => {
  const rows = [1, 2, 3].map(i => ({ container: { resources: { cpu: `${i}00m`, memory: `${i}Gi` } } }));
  expect(tabulated(jobs(rows))).toContain('resources: { cpu: \'100m\', memory: \'1Gi\' }');
});

test('a column has another name where its own means something else', () => {
  const statements: Statement[] = [{ kind: 'const', name: 'schedule', value: literal(1) }, ...jobs(DIFFERENT)];
  expect(tabulated(statements)).toContain('for (const { name, schedule2 } of CRON_JOBS)');
});

test('comments that only one has stand above its row', () => {
  const statements = jobs(DIFFERENT).map((statement, i) => i === 0 ? { ...statement, comments: ['the first'] } : statement);
  expect(tabulated(statements)).toContain('const CRON_JOBS = [\n  // the first\n  { name: \'rollupa\'');
});

test('of the comments above a row those on the construct come first', () => {
  const commented = (comments?: readonly string[]): Expression => ({ kind: 'object', entries: [{ key: 'a', value: literal('x'), comments }] });
  const rows = DIFFERENT.map((row, i) => ({ ...row, calls: [call(imported('cdk8s', 'Size'), 'of', i === 0 ? commented(['in it']) : commented())] }));
  const statements = jobs(rows).map((statement, i) => i === 0 ? { ...statement, comments: ['on it'] } : statement);
  expect(tabulated(statements)).toContain('  // on it\n  // in it\n  { name: \'rollupa\'');
});

test('comments that all have stay in the loop', () => {
  const statements = jobs(DIFFERENT).map(statement => statement.kind === 'const' ? { ...statement, comments: ['each hour'] } : statement);
  expect(tabulated(statements)).toContain('      // each hour\n      const job');
});

test('two tables have two names', () => {
  const others = [1, 2, 3].flatMap(i => job({ id: `other-${i}-hourly`, props: { schedule: schedule(`${i} * * * *`), a: literal(1), b: name('x') } }));
  expect([...tabulated([...jobs(DIFFERENT), ...others]).matchAll(/const (\w+_JOBS\w*) =/g)].map(([, found]) => found)).toEqual(['CRON_JOBS', 'OTHER_HOURLY_CRON_JOBS']);
});

test('the tables of a class are named after what their rows share, in the order of their loops', () => {
  const kinds = ['hourly', 'daily'].map(kind => [1, 2, 3].flatMap(i => job({
    id: `rollup-${kind}-${i}`, props: { schedule: schedule(`${i} * * * *`), ...kind === 'daily' && { a: literal(1), b: name('x') } },
  })));
  const [hourly, daily] = kinds;
  const text = tabulated([...daily.slice(0, 2), ...hourly, ...daily.slice(2)]);
  expect(text.match(/\w+_CRON_JOBS/g)).toEqual(['ROLLUP_HOURLY', 'ROLLUP_DAILY', 'ROLLUP_HOURLY', 'ROLLUP_DAILY'].map(shared => `${shared}_CRON_JOBS`));
});

test('a table has a number where each name for it is taken', () => {
  const constants = ['CRON_JOBS', 'CRON_JOBS_2'].map(text => ({ kind: 'const', name: text, value: literal(1) }) as const);
  expect(tabulated(jobs(DIFFERENT), { constants })).toContain('const CRON_JOBS_3 = [');
});

test('the construct of a loop has another name where its own means something else', () => {
  const statements: Statement[] = [{ kind: 'const', name: 'job', value: literal(1) }, ...jobs(DIFFERENT)];
  expect(tabulated(statements)).toContain('const madeJob = new NatsAwareCronJob(');
});

test('a construct joins the table in which it needs the fewest columns', () => {
  const having = (keys: string, i: number) => ({
    props: { schedule: schedule(`${i} * * * *`), ...Object.fromEntries([...keys].map(key => [key, literal(true)])) },
    calls: [endpoint, endpoint, endpoint],
  });
  const rows = [having('', 1), having('', 2), having('', 3), having('abcd', 4), having('abcd', 5), having('abc', 6)];
  const [, second] = tabulated(jobs(rows)).match(/\[\n(?: {2}\{ .*\n)+\]/g)!;
  expect(second).toContain('rollupf');
});

test('constructs without a name are a loop as well', () => {
  const unnamed = jobs([1, 2, 3].map(i => ({ props: { schedule: schedule(`${i} * * * *`) } })))
    .map((statement): Statement => statement.kind === 'const' ? { kind: 'expression', value: statement.value } : statement);
  expect(tabulated(unnamed)).toContain('{\n      new NatsAwareCronJob(this, name, {');
});

test('instances whose ids are not known here are no table', () => {
  const others = [1, 2, 3].map((i): Statement => ({ kind: 'expression', value: instance(name('Job'), literal({ image: 'example/rollup:1', i, command: PROGRAM })) }));
  expect(hasTable(others)).toBe(false);
});

test('a text around the name of some rows is a column', () => {
  const rows = DIFFERENT.map((row, i) => ({ ...row, container: { queue: i === 2 ? 'other' : `rollup${'abc'[i]}-queue` } }));
  expect(tabulated(jobs(rows))).toContain('queue: \'rollupa-queue\' },');
});

test('many rows are two tables where one would have too many gaps', () => {
  const gaps = (keys: string) => ({ props: { schedule: schedule(`${keys} 1 * * *`), ...Object.fromEntries([...keys].map(key => [key, literal(true)])) } });
  const plain = [1, 2, 3, 4, 5, 6, 7, 8].map(i => ({ props: { schedule: schedule(`${i} * * * *`) } }));
  const text = tabulated(jobs([...plain, gaps('ab'), gaps('cd')]));
  expect([text.match(/^ {2}\{ name: /gm)?.length, text.includes('const rollupj')]).toEqual([8, true]);
});

test('a number is a column', () => {
  expect(tabulated(jobs([1, 2, 3].map(i => ({ props: { backoffLimit: literal(i) } }))))).toContain('{ name: \'rollupb\', backoffLimit: 2 }');
});

test('lists of other lengths are a column', () => {
  const rows = [1, 2, 3].map(i => ({ container: { args: ['x', 'y', 'z'].slice(0, i) } }));
  expect(tabulated(jobs(rows))).toContain('{ name: \'rollupb\', args: [\'x\', \'y\'] }');
});

test('a member of a list is a column', () => {
  const rows = [{ a: 'x' }, { b: 'y' }, { c: 'z' }].map(member => ({ container: { members: ['all', { labels: member }] } }));
  expect(tabulated(jobs(rows))).toContain('members: [\'all\', members]');
});

test('a list with a local value is no column', () => {
  const rows = DIFFERENT.map(({ props, calls }, i) => ({ calls, props: { ...props, members: array([name(`member${i}`)]) } }));
  expect(hasTable(jobs(rows))).toBe(false);
});

describe('an object that begins with the members of another one', () => {
  const without = (spread: Expression | undefined): Expression => ({ kind: 'object', spread, entries: [{ key: 'variables', value: array([]) }] });

  it('may begin with what differs', () => {
    const rows = ['east', 'west', 'north'].map(service => ({ calls: [without(call(imported('cdk8s-petrosa', 'NatsServer'), 'of', literal({ service })))] }));
    expect(tabulated(jobs(rows))).toContain('job.connectTo({ ...NatsServer.of({ service }), variables: [] });');
  });

  it('keeps them in the loop', () => {
    expect(tabulated(jobs(DIFFERENT.map(row => ({ ...row, calls: [without(name('nats'))] }))))).toContain('job.connectTo({ ...nats, variables: [] });');
  });

  it('is no other one without them', () => {
    expect(hasTable(jobs(DIFFERENT.map((row, i) => ({ ...row, calls: [without(i === 1 ? undefined : name('nats'))] }))))).toBe(false);
  });
});

test('calls of other methods are a column', () => {
  const every = (unit: string) => call(imported('cdk8s', 'Duration'), unit, literal('x'));
  expect(tabulated(jobs(['hours', 'days', 'millis'].map(unit => ({ props: { period: every(unit) } }))))).toContain('period: Duration.days(\'x\')');
});

test.each([[1, true], [2, false]])('a list of up to %d + 2 lines besides its brackets is a column: %s', (shortest, isColumn) => {
  const lists = [0, 1, 2].map(i => literal(['a', 'b', 'c', 'd'].map(letter => letter.repeat(90)).slice(0, shortest + i)));
  expect(hasTable(jobs(lists.map(keys => ({ props: { keys }, calls: Array<Expression>(9).fill(endpoint) }))))).toBe(isColumn);
});

test('what differs within a call that another is made on is a column', () => {
  const patched = (i: number) => call(call(imported('cdk8s', 'ApiObject'), 'of', name(`rollup${'abc'[i]}`), literal(`region-${i}`)), 'addJsonPatch');
  const found = tabulated(DIFFERENT.flatMap(({ props }, i) => [...job({ id: `rollup${'abc'[i]}`, props }).slice(0, 1), { kind: 'expression', value: patched(i) }]));
  expect(found).toMatch(/ApiObject\.of\(job, \w+\)\.addJsonPatch\(\);/);
});

test('comments in a construct that only one has stand above its row', () => {
  const commented = (comments?: readonly string[]): Expression => ({ kind: 'object', entries: [{ key: 'a', value: literal('x'), comments }] });
  const rows = DIFFERENT.map((row, i) => ({ ...row, calls: [call(imported('cdk8s', 'Size'), 'of', i === 1 ? commented(['the second']) : commented())] }));
  expect(tabulated(jobs(rows))).toContain('  // the second\n  { name: \'rollupb\'');
});

test('comments in what is no table\'s to part are those of the first', () => {
  const counted = (comments: readonly string[]) => call(imported('cdk8s', 'Size'), 'of', literal(1), { kind: 'object', entries: [{ key: 'a', value: literal('x'), comments }] });
  const rows = DIFFERENT.map((row, i) => ({ ...row, calls: [counted([`comment ${i}`])] }));
  expect(tabulated(jobs(rows)).match(/comment \d/g)).toEqual(['comment 0']);
});

test('a table that saves little is none', () => {
  const rows = DIFFERENT.map((row, i) => ({ ...row, container: { command: ['a', 'b', 'c', 'd'].map(letter => `${letter.repeat(29)}${i}`) } }));
  expect(hasTable(jobs(rows.map(row => ({ ...row, calls: [] }))))).toBe(false);
});

describe('variables that differ', () => {
  const withVariables = (keys: string): Omit<Row, 'id'>[] => Array.from({ length: 6 }, (_, i) => ({
    props: { envVariables: object(Object.fromEntries([...keys].map(key => [key, call(imported('cdk8s-plus-28', 'EnvValue'), 'fromValue', literal(`${key}${i}`))]))) },
  }));

  it('are a column each', () => {
    expect(tabulated(jobs(withVariables('AB')))).toContain("{ name: 'rollupb', a: 'A1', b: 'B1' },");
  });

  it('are one column where a table would have too many', () => {
    const others = (i: number) => Object.fromEntries([...'fghijklmn'].map(key => [key, `${key}${i}`]));
    const rows = withVariables('ABC').map((row, i) => ({ ...row, container: others(i), calls: Array<Expression>(9).fill(endpoint) }));
    expect(tabulated(jobs(rows))).toContain('envVariables,\n');
  });
});
