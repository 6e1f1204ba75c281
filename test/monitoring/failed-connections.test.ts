import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { stringify } from 'yaml';
import { alerted, logRules, ruleOf } from './support';
import { describeWithTools } from '../support/tools';

const MINUTES = 120;
const POD = 'quotes-7c5ddbdf54-x2k9p';

/** When a pod logs what, in seconds. */
interface Lines {
  readonly failed: readonly number[];
  readonly connected?: readonly number[];
}

/** One line at the end of each run, and then the pause of the kubelet, which doubles up to five minutes. */
function crashLoop(seconds: number): number[] {
  const lines: number[] = [];
  for (let now = seconds, pause = 10; now < MINUTES * 60; pause = Math.min(300, pause * 2)) {
    lines.push(now);
    now += pause + seconds;
  }
  return lines;
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const every = (seconds: number, first: number, last: number) => range(0, Math.floor((last - first) / seconds)).map(i => first + i * seconds);

/** PromQL counts samples as LogQL counts lines, so that a line is a sample here. */
function ruleOnSamples(): object {
  const { alert, expr, for: lasting } = ruleOf(logRules(alerted()), 'NatsConnectFailedLogged');
  const samples = expr.replace(/\{(?:[^"}]|"[^"]*")*\}(?: [|!]~ "(?:[^"\\]|\\.)*")+/g, (query: string) => (query.includes('Failed to connect') ? 'failed' : 'connected'));
  return { alert, expr: samples, for: lasting };
}

function valuesOf(lines: readonly number[]): string {
  const at = new Set(lines.map(seconds => Math.ceil(seconds / 10)));
  return Array.from({ length: MINUTES * 6 + 1 }, (_, i) => (at.has(i) ? '1' : '_')).join(' ');
}

describeWithTools('an alert on connections that fail', ['promtool'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'failed-'));
  beforeAll(() => writeFileSync(join(folder, 'rules.yaml'), stringify({ groups: [{ name: 'logs', rules: [ruleOnSamples()] }] })));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The minutes at which the alert fires. */
  function firing({ failed, connected = [] }: Lines): number[] {
    writeFileSync(join(folder, 'test.yaml'), stringify({
      rule_files: ['rules.yaml'],
      evaluation_interval: '1m',
      tests: [{
        interval: '10s',
        input_series: Object.entries({ failed, connected }).map(([series, lines]) => ({ series: `${series}{pod="${POD}"}`, values: valuesOf(lines) })),
        alert_rule_test: range(0, MINUTES).map(minute => ({ eval_time: `${minute}m`, alertname: 'NatsConnectFailedLogged', exp_alerts: [] })),
      }],
    }));
    const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', 'test.yaml'], { cwd: folder, encoding: 'utf8' });
    const said = stdout + stderr;
    if (status !== 0 && !said.includes('alertname: ')) throw new Error(`promtool did not run the cases: ${said}`);
    return [...said.matchAll(/alertname: .*time: (?:(\d+)h)?(?:(\d+)m)?/g)].map(([, hours = 0, rest = 0]) => Number(hours) * 60 + Number(rest));
  }

  test.each([1, 30, 120, 300, 500])('fires five minutes after the first line and goes on, in a crash loop of runs of %d s', (seconds) => {
    expect(firing({ failed: crashLoop(seconds) })).toEqual(range(Math.ceil(seconds / 60) + 5, MINUTES));
  });

  test('fires after five minutes of a program that tries again and again', () => {
    expect(firing({ failed: every(10, 0, MINUTES * 60) })).toEqual(range(5, MINUTES));
  });

  test('ends as soon as the pod has connected', () => {
    expect(firing({ failed: every(10, 0, 1800), connected: [1800] })).toEqual(range(5, 29));
  });

  test('ends 15 minutes after the last line of a pod that says nothing when it connects', () => {
    expect(firing({ failed: every(10, 0, 600) })).toEqual(range(5, 25));
  });

  test.each<[string, Lines]>([
    ['starts a moment before its server', { failed: [60], connected: [70] }],
    ['is without its server for four minutes', { failed: every(10, 600, 840), connected: [850] }],
  ])('does not fire where a pod %s', (_, lines) => {
    expect(firing(lines)).toEqual([]);
  });
});
