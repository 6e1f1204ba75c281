import { quotes } from './support';
import { NatsMonitoring } from '../../src/monitoring';
import { typeErrors } from '../support/type-errors';
import { appsChart, find, synth } from '../workload/support';

function dashboardJson(): string {
  const chart = appsChart();
  new NatsMonitoring(chart, 'monitoring', { workloads: [quotes(chart)] });
  const [json] = Object.values<string>(find(synth(chart), 'ConfigMap', 'nats-monitoring-dashboard').data);
  return json;
}

/** Fields of the dashboard, each with a name that the schema does not have. */
const RENAMED = [
  ['of the dashboard', '"tags"', '"labels"'],
  ['of a choice of sources', '"refresh": 1', '"refreshed": 1'],
  ['of a panel', '"fieldConfig"', '"fields"'],
  ['of a place', '"w":', '"width":'],
];

describe('the types of Grafana\'s schema', () => {
  const json = dashboardJson();
  const forms = [json, ...RENAMED.map(([, field, other]) => json.replace(field, other))];
  const texts = forms.map((form, i) =>
    [`dashboard-${i}.ts`, `import { Dashboard } from '@grafana/schema';\n\nexport const dashboard: Dashboard = ${form};\n`] as const);
  let errors: string[];
  beforeAll(() => { errors = typeErrors(new Map(texts)); });

  const errorsOf = (form: number): string[] => errors.filter(error => error.includes(`dashboard-${form}.ts`));

  test('take the dashboard', () => {
    expect(errorsOf(0)).toEqual([]);
  });

  test.each(RENAMED.map(([where], i) => [where, i + 1] as const))('would not take another field %s', (_, form) => {
    expect(errorsOf(form)).toHaveLength(1);
  });
});
