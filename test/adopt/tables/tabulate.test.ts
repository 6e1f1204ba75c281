import { call, ChartFile, Expression, imported, instance, literal, name, object, printChart, Statement } from '../../../src/adopt/code';
import { withTables } from '../../../src/adopt/tables';
import { Json } from '../../../src/manifest';

const PROGRAM = ['python', '-m', 'jobs.rollup', '--retries=3', '--verbose', '--output=a-bucket-with-a-long-name-in-a-far-region-of-the-cluster'];

interface Row {
  readonly id: string;
  readonly props?: Record<string, Expression>;
  readonly container?: Record<string, Json>;
  readonly calls?: readonly Expression[];
}

/** The statements for a CronJob that runs every so often. */
function job({ id, props = {}, container = {}, calls = [] }: Row): Statement[] {
  const made = instance(imported('cdk8s-petrosa', 'NatsAwareCronJob'), name('this'), literal(id), object({
    metadata: literal({ name: id }),
    ...props,
    containers: literal([{ name: 'rollup', image: 'example/rollup:1.4.2', command: PROGRAM, ...container }]),
  }));
  return [
    { kind: 'const', name: id, value: made },
    ...calls.map((value): Statement => ({ kind: 'expression', value: call(name(id), 'connectTo', value) })),
    { kind: 'blank' },
  ];
}

const chart = (statements: readonly Statement[], parts: Partial<ChartFile> = {}): ChartFile => ({
  className: 'Rollups', id: 'rollups', comments: [], constants: [], parameters: [], args: [], statements, methods: [], ...parts,
});
const tabulated = (statements: readonly Statement[], parts: Partial<ChartFile> = {}): string => printChart(withTables(chart(statements, parts)));
const hasTable = (statements: readonly Statement[], parts: Partial<ChartFile> = {}): boolean => tabulated(statements, parts).includes('for (const');
const jobs = (rows: readonly Omit<Row, 'id'>[]): Statement[] => rows.flatMap((row, i) => job({ id: `rollup${'abcdef'[i]}`, ...row }));
const schedule = (text: string) => call(imported('cdk8s-petrosa', 'JobSchedule'), 'expression', literal(text));
const minutes = (count: number) => call(imported('cdk8s', 'Duration'), 'minutes', literal(count));
const endpoint = call(imported('cdk8s-petrosa', 'HttpsApi'), 'of', literal('api.example.com'));

const DIFFERENT = [1, 2, 3].map(i => ({ props: { schedule: schedule(`${i} * * * *`) }, calls: [endpoint] }));

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

test('comments that all have stay in the loop', () => {
  const statements = jobs(DIFFERENT).map(statement => statement.kind === 'const' ? { ...statement, comments: ['each hour'] } : statement);
  expect(tabulated(statements)).toContain('      // each hour\n      const job');
});

test('two tables have two names', () => {
  const others = [1, 2, 3].flatMap(i => job({ id: `other-${i}-hourly`, props: { schedule: schedule(`${i} * * * *`), a: literal(1), b: name('x') } }));
  expect([...tabulated([...jobs(DIFFERENT), ...others]).matchAll(/const (\w+_JOBS\w*) =/g)].map(([, found]) => found)).toEqual(['CRON_JOBS', 'OTHER_HOURLY_CRON_JOBS']);
});
