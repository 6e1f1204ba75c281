import { parse } from 'yaml';
import { compactYaml } from './support/compact-yaml';
import { synthCharts, synthQuickstart } from './support/synth';
import { Manifest } from '../support/manifests';

let charts: ReadonlyMap<string, readonly Manifest[]>;

beforeAll(() => {
  jest.spyOn(console, 'error').mockImplementation(() => {});
  charts = synthCharts();
});

test('the quickstart renders what the rule book shows', () => {
  expect(compactYaml(synthQuickstart())).toMatchSnapshot('quickstart');
});

/**
 * The CronJobs of a family differ in a table's columns, which the comparison with the real manifests covers; one of each is reviewed here. The script of a check
 * and the JSON of a dashboard are long, and have tests of their own.
 */
function representative({ kind, metadata: { name } }: Manifest): boolean {
  return (kind !== 'CronJob' || /\bm5\b/.test(name)) && !/-(nats-check|dashboard)$/.test(name);
}

test.each(['petrosa-binance-data-extractor', 'petrosa-realtime-strategies', 'petrosa-ta-bot', 'petrosa-cio', 'petrosa-monitoring'])('%s renders the same as before', (chart) => {
  expect(compactYaml(charts.get(chart)!.filter(representative))).toMatchSnapshot(chart);
});

test('the compact form holds exactly the rendered objects', () => {
  const objects = [...charts.values()].flat();
  expect(parse(compactYaml(objects), { maxAliasCount: -1 })).toEqual(JSON.parse(JSON.stringify(objects)));
});
