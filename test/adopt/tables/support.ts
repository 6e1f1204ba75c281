import { call, ChartFile, Expression, imported, instance, literal, name, object, printChart, Statement } from '../../../src/adopt/code';
import { withTables } from '../../../src/adopt/tables';
import { Json } from '../../../src/manifest';

export const PROGRAM = ['python', '-m', 'jobs.rollup', '--retries=3', '--verbose', '--output=a-bucket-with-a-long-name-in-a-far-region-of-the-cluster'];

export interface Row {
  readonly id: string;
  readonly props?: Record<string, Expression>;
  readonly container?: Record<string, Json>;
  readonly calls?: readonly Expression[];
}

/** The statements for a CronJob that runs every so often. */
export function job({ id, props = {}, container = {}, calls = [] }: Row): Statement[] {
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
  className: 'Rollups', id: 'rollups', constants: [], statements, ...parts,
});
export const tabulated = (statements: readonly Statement[], parts: Partial<ChartFile> = {}): string =>
  printChart(withTables(chart(statements, parts)));
export const hasTable = (statements: readonly Statement[], parts: Partial<ChartFile> = {}): boolean => tabulated(statements, parts).includes('for (const');
export const jobs = (rows: readonly Omit<Row, 'id'>[]): Statement[] => rows.flatMap((row, i) => job({ id: `rollup${'abcdefghijkl'[i]}`, ...row }));
export const schedule = (text: string) => call(imported('cdk8s-petrosa', 'JobSchedule'), 'expression', literal(text));
export const minutes = (count: number) => call(imported('cdk8s', 'Duration'), 'minutes', literal(count));
export const endpoint = call(imported('cdk8s-petrosa', 'HttpsApi'), 'of', literal('api.example.com'));

export const DIFFERENT = [1, 2, 3].map(i => ({ props: { schedule: schedule(`${i} * * * *`) }, calls: [endpoint] }));
