import { execFileSync } from 'child_process';
import { alerted, logRules, quotes } from './support';
import { NatsAlertOptions, NatsMonitoring } from '../../src/monitoring';
import { PROJECT } from '../support/shared';
import { appsChart, find, synth } from '../workload/support';

const PARSE = `
  const { parser } = require('@grafana/lezer-logql');
  function isBroken(expression) {
    let broken = false;
    parser.parse(expression).iterate({ enter: ({ type }) => { broken ||= type.isError; } });
    return broken;
  }
  process.stdout.write(JSON.stringify(JSON.parse(process.argv[1]).filter(isBroken)));
`;

/** Those that are no LogQL by the grammar of Grafana. It has a constant named String, and cannot be loaded beside the globals of jest. */
function brokenAmong(expressions: readonly string[]): string[] {
  return JSON.parse(execFileSync(process.execPath, ['-e', PARSE, JSON.stringify(expressions)], { cwd: PROJECT, encoding: 'utf8' })) as string[];
}

test('the grammar tells what is broken', () => {
  const broken = ['{}}', 'sum by pod (count_over_time({a="b"} [5m]))', 'count_over_time({a="b"} |~ c [5m])', 'count_over_time({a="b"} |~ "c" [5m]'];
  expect(brokenAmong([...broken, 'count_over_time({a="b"} |~ "c" [5m])'])).toEqual(broken);
});

/** Options that change the expressions. */
const OPTIONS: NatsAlertOptions[] = [
  {},
  { logs: { connected: ['up "again" \\ {now} `so`', 'a+b|c', 'täglich\t✓'], connectFailed: ["it's $1"], connectionLost: ['--'], refused: ['[ERR] cid:12 (x)'] } },
  { logs: { workloadLabel: 'app', serverSelector: { job: 'nats/nats', cluster: 'a "b" \\d' } } },
  { settings: { connectFailedLogged: { threshold: 0.5 }, refusedLogged: { threshold: 1e21 }, connectionLostLogged: { threshold: 1e-7 } } },
];

test.each(OPTIONS)('the rules for Loki are LogQL with %j', (options) => {
  const expressions: string[] = logRules(alerted(options)).map(({ expr }) => expr);
  expect([expressions.length, brokenAmong(expressions)]).toEqual([4, []]);
});

test.each(OPTIONS)('what the dashboard asks Loki is LogQL with %j', (options) => {
  const chart = appsChart();
  new NatsMonitoring(chart, 'monitoring', { workloads: [quotes(chart)], ...options });
  const [json] = Object.values<string>(find(synth(chart), 'ConfigMap', 'nats-monitoring-dashboard').data);
  const targets: any[] = JSON.parse(json).panels.flatMap((panel: any) => panel.targets ?? []);
  const expressions: string[] = targets.filter(({ datasource }) => datasource.type === 'loki').map(({ expr }) => expr);
  expect([expressions.length, brokenAmong(expressions)]).toEqual([2, []]);
});
