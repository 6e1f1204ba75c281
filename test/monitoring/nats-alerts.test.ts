import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { App, Duration } from 'cdk8s';
import { alerted, logRules, looksFor, manifestText, metricRules, OUTSIDE, quotes, ruleOf, SERVER } from './support';
import { NatsServer } from '../../src/address';
import { AppConfig } from '../../src/config';
import { NatsAlerts, NatsAlertsProps, NatsLogs } from '../../src/monitoring';
import { ALERT_DEFAULTS, AlertDefault } from '../../src/monitoring/private/alert-defaults';
import { checklist, verify } from '../../src/verify';
import { setOf } from '../support/sets';
import { PROJECT } from '../support/shared';
import { appsChart, bot, find, names, synth } from '../workload/support';

const EVERYTHING: Partial<NatsAlertsProps> = {
  clientMetrics: { connected: 'nats_connected', reconnections: 'nats_reconnections_total' },
  settings: { publishStopped: { enabled: true } },
};
const ALL = alerted(EVERYTHING);
const EVERY_RULE = [...metricRules(ALL), ...logRules(ALL)];
const alertNames = (rules: any[]) => rules.map(({ alert }) => alert);

describe('every alert', () => {
  test('is one of those that can be set', () => {
    expect(alertNames(EVERY_RULE)).toEqual(Object.values(ALERT_DEFAULTS).map(({ alert }) => alert));
  });

  test.each(EVERY_RULE)('$alert says what is wrong in one line', ({ annotations }) => {
    expect(annotations.summary).toMatch(/^[\w ]+$/);
  });

  test.each(EVERY_RULE)('$alert names the workload', ({ annotations }) => {
    expect(annotations.description).toContain('Deployment quotes of namespace petrosa-apps');
  });

  test.each(EVERY_RULE)('$alert has a severity', ({ labels }) => {
    expect(['warning', 'critical']).toContain(labels.severity);
  });

  test.each(EVERY_RULE)('$alert has a page that says what it means, what to look at and how to end it', ({ alert, annotations }) => {
    expect(annotations.runbook_url).toBe(`https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/runbooks/${alert}.md`);
    const page = readFileSync(join(PROJECT, `docs/runbooks/${alert}.md`), 'utf8');
    expect(page.match(/^#.*$/gm)).toEqual([`# ${alert}`, '## What it means', '## What to look at', '## How to end it']);
  });

  test.each(Object.entries(ALERT_DEFAULTS))('%s is documented as it is', (key, defaults) => {
    const docs = readFileSync(join(PROJECT, 'src/monitoring/nats-alert-settings.ts'), 'utf8');
    const [, docstring] = docs.match(new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\s+readonly ${key}\\?: NatsAlertSetting;`)) ?? [];
    expect(docstring).toContain(`\`${defaults.alert}\`: `);
    expect(docstring).toContain(`@default - ${documented(defaults)}`);
  });
});

function documented({ threshold, minutes, severity, enabled }: AlertDefault): string {
  const off = enabled === false ? 'not there; once enabled, ' : '';
  const bound = threshold === undefined ? '' : `${threshold} `;
  return `${off}${bound}${minutes === 0 ? 'at once' : `for ${minutes} minutes`}, ${severity}${threshold === undefined ? '; it has no threshold' : ''}\n`;
}

test('there is no page without an alert', () => {
  const pages = readdirSync(join(PROJECT, 'docs/runbooks')).filter(page => page.startsWith('Nats'));
  expect(pages.sort()).toEqual(Object.values(ALERT_DEFAULTS).map(({ alert }) => `${alert}.md`).sort());
});

test('the list of the pages has each once, in their order', () => {
  const links = readFileSync(join(PROJECT, 'docs/runbooks/README.md'), 'utf8').matchAll(/^\| \[(\w+)\]\(\1\.md\)/gm);
  expect([...links].map(([, alert]) => alert)).toEqual(Object.values(ALERT_DEFAULTS).map(({ alert }) => alert));
});

describe('which alerts there are', () => {
  test('what nobody standardises is left out until it has a name', () => {
    expect(alertNames(metricRules(alerted())).filter(alert => /Disconnected|Reconnections/.test(alert))).toEqual([]);
  });

  test('too few messages are no alert until somebody says so', () => {
    expect(alertNames(metricRules(alerted()))).not.toContain('NatsPublishStopped');
  });

  test('who publishes nothing is not asked for messages', () => {
    const chart = appsChart();
    new NatsAlerts(chart, 'alerts', { workloads: [quotes(chart, { publishes: [] })], ...EVERYTHING });
    expect(alertNames(metricRules(synth(chart)))).not.toContain('NatsPublishStopped');
  });

  test('an alert can be left out', () => {
    expect(alertNames(metricRules(alerted({ settings: { latencyHigh: { enabled: false } } })))).not.toContain('NatsLatencyHigh');
  });

  test('a server to which only Jobs connect may be without clients', () => {
    const chart = appsChart();
    new NatsAlerts(chart, 'alerts', { workloads: [], server: SERVER });
    expect(alertNames(metricRules(synth(chart)))).not.toContain('NatsServerWithoutClients');
  });

  test('without workloads, those of the server say so', () => {
    const chart = appsChart();
    new NatsAlerts(chart, 'alerts', { workloads: [], server: SERVER });
    expect(ruleOf(metricRules(synth(chart)), 'NatsServerDown').annotations.description).toContain('No watched workload connects to it.');
  });

  test('the metrics can be left out', () => {
    expect(names(alerted({ metricAlerts: false }), 'PrometheusRule')).toEqual([]);
  });

  test('the logs can be left out', () => {
    expect(names(alerted({ logAlerts: false }), 'ConfigMap')).toEqual(['ConfigMap/petrosa-common-config']);
  });

  test('each workload has its own alerts, and the server has its alerts once', () => {
    const chart = appsChart();
    const first = quotes(chart);
    const second = bot(chart);
    second.connectTo(SERVER, { config: new AppConfig(chart, 'settings', { name: 'settings' }) });
    new NatsAlerts(chart, 'alerts', { workloads: [first, second, first] });
    const rules = metricRules(synth(chart));
    expect(rules.filter(({ alert }) => alert === 'NatsLatencyHigh').map(({ labels }) => labels.workload)).toEqual(['quotes', 'bot']);
    expect(ruleOf(rules, 'NatsServerDown').annotations.description).toContain('Its clients: Deployment quotes of namespace petrosa-apps, Deployment bot of namespace petrosa-apps.');
  });
});

describe('how they can be set', () => {
  const setting = { threshold: 0.25, duration: Duration.seconds(90), severity: 'page' };

  test('threshold, duration and severity', () => {
    const { expr, for: lasting, labels } = ruleOf(metricRules(alerted({ settings: { latencyHigh: setting } })), 'NatsLatencyHigh');
    expect([expr.split(' > ').pop(), lasting, labels.severity]).toEqual(['0.25', '90s', 'page']);
  });

  test('a duration of nothing is left out, since it is what Prometheus takes', () => {
    expect(ruleOf(metricRules(alerted()), 'NatsSlowConsumers')).not.toHaveProperty('for');
  });

  test('the folder of the pages, with or without a slash at its end', () => {
    const { annotations } = ruleOf(metricRules(alerted({ runbooks: 'https://wiki.example/nats/' })), 'NatsSlowConsumers');
    expect(annotations.runbook_url).toBe('https://wiki.example/nats/NatsSlowConsumers.md');
  });

  test('the prefix of the exporter', () => {
    expect(ruleOf(metricRules(alerted({ serverMetrics: { prefix: 'bus' } })), 'NatsConsumerPending').expr).toContain('(bus_consumer_num_pending{');
  });

  test('without a prefix the exporter has two', () => {
    const rules = metricRules(alerted({ serverMetrics: { prefix: 'gnatsd' } }));
    expect(['NatsSlowConsumers', 'NatsConsumerPending'].map(alert => ruleOf(rules, alert).expr.match(/[a-z_]+(?=\{)/)[0])).toEqual(['gnatsd_varz_slow_consumers', 'jetstream_consumer_num_pending']);
  });

  test('single metrics of the server, and what selects them', () => {
    const serverMetrics = { slowConsumers: 'nats_core_slow_consumer_count', pending: undefined, selector: { nats_server_cluster: 'main' } };
    expect(ruleOf(metricRules(alerted({ serverMetrics })), 'NatsSlowConsumers').expr).toBe('increase(nats_core_slow_consumer_count{nats_server_cluster="main"}[5m]) > 0');
  });

  test('a name of a metric that is undefined is the default', () => {
    expect(ruleOf(metricRules(alerted({ serverMetrics: { pending: undefined } })), 'NatsConsumerPending').expr).toContain('nats_consumer_num_pending');
  });

  test('metrics of the programs, and the label that holds the name of the workload', () => {
    const clientMetrics = { sentMessages: 'bus_sent_total', failedMessages: 'bus_failed_total', selector: {}, workloadLabel: 'service_name' };
    expect(ruleOf(metricRules(alerted({ clientMetrics })), 'NatsPublishFailures').expr)
      .toBe('sum(rate(bus_failed_total{service_name="quotes"}[5m])) / sum(rate(bus_sent_total{service_name="quotes"}[5m])) > 0.05');
  });

  test('the latency of the programs', () => {
    expect(ruleOf(metricRules(alerted({ clientMetrics: { latency: 'bus_rtt_seconds' } })), 'NatsLatencyHigh').expr).toContain('rate(bus_rtt_seconds_bucket{');
  });

  test('the labels by which the operator selects rules', () => {
    expect(find(alerted({ labels: { release: 'prometheus' } }), 'PrometheusRule').metadata.labels).toEqual({ release: 'prometheus' });
  });

  test('the name of both objects', () => {
    expect(names(alerted({ name: 'bus' })).filter(each => each.includes('bus'))).toEqual(['PrometheusRule/bus', 'ConfigMap/bus-logs']);
  });

  test('the namespace is left out where it is left to kubectl', () => {
    const chart = appsChart();
    (chart as { namespace?: string }).namespace = undefined;
    new NatsAlerts(chart, 'alerts', { workloads: [quotes(chart)] });
    const rule = ruleOf(metricRules(synth(chart)), 'NatsLatencyHigh');
    expect([rule.labels, rule.expr.includes('namespace'), rule.annotations.description.includes('Deployment quotes to')]).toEqual([{ severity: 'warning', workload: 'quotes' }, false, true]);
  });
});

describe('the rules for Loki', () => {
  const matches = (alert: string, line: string, objects = ALL) => looksFor(ruleOf(logRules(objects), alert), line);

  test.each([
    ['NatsConnectFailedLogged', 'ERROR Failed to connect to NATS: timeout'],
    ['NatsConnectFailedLogged', 'nats: no servers available for connection'],
    ['NatsConnectFailedLogged', 'nats: authorization violation'],
    ['NatsConnectFailedLogged', "nats: 'Authorization Violation'"],
    ['NatsConnectionLostLogged', 'WARN NATS connection lost, retrying'],
    ['NatsConnectionLostLogged', 'nats: stale connection'],
    ['NatsReconnectionsLogged', 'INFO Connected to NATS server at nats://nats-server'],
    ['NatsReconnectionsLogged', 'INFO Reconnected to NATS server'],
    ['NatsReconnectionsLogged', 'notice: connected to NATS server'],
    ['NatsRefusedLogged', '[ERR] 10.0.0.7:41022 - cid:12 - authentication error'],
    ['NatsRefusedLogged', '[ERR] 10.0.0.7:41022 - cid:12 - Authorization Violation'],
    ['NatsRefusedLogged', '[ERR] 10.0.0.7:41022 - cid:12 - maximum connections exceeded'],
  ])('%s looks for %s', (alert, line) => {
    expect(matches(alert, line)).toBe(true);
  });

  test.each([
    ['NatsConnectFailedLogged', 'Connected to NATS server'],
    ['NatsConnectionLostLogged', 'Failed to connect to NATS'],
    ['NatsReconnectionsLogged', 'Disconnected from NATS'],
    ['NatsReconnectionsLogged', 'Disconnected to NATS server'],
    ['NatsReconnectionsLogged', 'ERROR still not connected to NATS server, dropping message'],
    ['NatsReconnectionsLogged', "hasn't yet connected to NATS server"],
    ['NatsReconnectionsLogged', 'never reconnected to NATS server'],
    ['NatsReconnectionsLogged', 'no longer connected to NATS server'],
    ['NatsRefusedLogged', 'Slow Consumer Detected'],
  ])('%s does not look for %s', (alert, line) => {
    expect(matches(alert, line)).toBe(false);
  });

  test('a pod that is not connected does not end the alert of one that cannot connect', () => {
    const { expr } = ruleOf(logRules(ALL), 'NatsConnectFailedLogged');
    expect(looksFor({ expr: expr.split(' unless ')[1] }, 'not connected to NATS server')).toBe(false);
  });

  test('a text is a text, and no regular expression', () => {
    const objects = alerted({ logs: { connectionLost: ['bus "down" (code 1.5)'] } });
    expect(['bus "down" (code 1.5)', 'bus "down" (code 145)', 'NATS connection lost'].map(line => matches('NatsConnectionLostLogged', line, objects))).toEqual([true, false, false]);
  });

  test('ask for the lines of the pods of the workload', () => {
    expect(ruleOf(logRules(ALL), 'NatsConnectionLostLogged').expr)
      .toMatch(/^sum by \(pod\) \(count_over_time\(\{namespace="petrosa-apps",pod=~"quotes-[^"]+"\} \|~ "[^"]+" \[5m\]\)\) > 0$/);
  });

  test('ask for the lines of the server in its namespace', () => {
    expect(ruleOf(logRules(ALL), 'NatsRefusedLogged').expr).toContain('count_over_time({namespace="nats"} |~');
  });

  test('leave out the workloads that live beside the server', () => {
    const beside = NatsServer.of({ service: 'nats-server', namespace: 'petrosa-apps' });
    const streams = (logs: NatsLogs) => {
      const chart = appsChart();
      const workload = bot(chart);
      workload.connectTo(beside, { config: new AppConfig(chart, 'settings', { name: 'settings' }) });
      new NatsAlerts(chart, 'alerts', { workloads: [workload], logs });
      return ruleOf(logRules(synth(chart)), 'NatsRefusedLogged').expr.match(/\{.*?\}(?= )/)[0];
    };
    expect([streams({}), streams({ workloadLabel: 'app' }), streams({ serverSelector: { app: 'nats' } })])
      .toEqual([expect.stringMatching(/^\{namespace="petrosa-apps",pod!~"bot-[^"]+"\}$/), '{namespace="petrosa-apps",app!="bot"}', '{app="nats"}']);
  });

  test('ask by other labels where told', () => {
    const rules = logRules(alerted({ logs: { workloadLabel: 'app', serverSelector: { job: 'nats/nats' } } }));
    expect([ruleOf(rules, 'NatsReconnectionsLogged').expr, ruleOf(rules, 'NatsRefusedLogged').expr].map(expr => expr.match(/\{.*\}/)[0])).toEqual(['{app="quotes"}', '{job="nats/nats"}']);
  });

  test('lie in a file of a name that no other namespace has', () => {
    expect(Object.keys(find(ALL, 'ConfigMap', 'nats-alerts-logs').data)).toEqual(['petrosa-apps-nats-alerts-logs.yaml']);
  });

  test('are found by the label that the sidecar of Loki looks for', () => {
    expect(find(ALL, 'ConfigMap', 'nats-alerts-logs').metadata.labels).toEqual({ loki_rule: '1' });
  });

  test('are found by another label where told', () => {
    expect(find(alerted({ lokiRuleLabels: { rules: 'loki' } }), 'ConfigMap', 'nats-alerts-logs').metadata.labels).toEqual({ rules: 'loki' });
  });
});

describe('the verifier', () => {
  test('passes item 5 of the checklist', () => {
    const verification = verify(setOf(manifestText(ALL)), []);
    expect(checklist(verification, verification.facts).find(({ number }) => number === 5)).toMatchObject({ status: 'passed' });
  });

  test('finds nothing that it would not find without the alerts', () => {
    const chart = appsChart();
    quotes(chart);
    const codes = (objects: any[]) => verify(setOf(manifestText(objects)), []).findings.map(({ code }) => code);
    expect(codes(ALL)).toEqual(codes(synth(chart)));
  });
});

describe('what is refused', () => {
  test('a workload without NATS', () => {
    const chart = appsChart();
    expect(() => new NatsAlerts(chart, 'alerts', { workloads: [bot(chart)] })).toThrow('apps/alerts: apps/bot connects to no NATS server so far; give the workload a config');
  });

  test('workloads of several servers', () => {
    const chart = appsChart();
    const other = bot(chart);
    other.connectTo(NatsServer.of({ service: 'bus', namespace: 'nats' }), { config: new AppConfig(chart, 'settings', { name: 'settings' }) });
    expect(() => new NatsAlerts(chart, 'alerts', { workloads: [quotes(chart), other] }))
      .toThrow('the workloads connect to nats://bus.nats.svc.cluster.local:4222 and nats://nats-server.nats.svc.cluster.local:4222; make one for the workloads of each server');
  });

  test('nothing to watch', () => {
    expect(() => new NatsAlerts(appsChart(), 'alerts', { workloads: [] })).toThrow('apps/alerts: there is nothing to watch; give workloads, or a server');
  });

  test('two of one name in a namespace', () => {
    const chart = appsChart();
    const workloads = [quotes(chart)];
    new NatsAlerts(chart, 'alerts', { workloads });
    expect(() => new NatsAlerts(chart, 'more', { workloads })).toThrow('PrometheusRule nats-alerts is rendered by apps/alerts as well');
  });

  test.each<[Partial<NatsAlertsProps>, string]>([
    [{ name: 'Alerts' }, "'Alerts' is no name; write at most 253 of a-z, 0-9"],
    [{ labels: { 'bad key!': 'x' } }, "label key 'bad key!' is invalid"],
    [{ clientMetrics: { connected: 'nats connected' } }, "clientMetrics.connected is 'nats connected'; write the name of a metric"],
    [{ clientMetrics: { workloadLabel: 'service.name' } }, "clientMetrics.workloadLabel is 'service.name'; write the name of a label"],
    [{ clientMetrics: { selector: { 'messaging.system': 'nats' } } }, "a label of clientMetrics.selector is 'messaging.system'; write the name of a label"],
    [{ serverMetrics: { prefix: '9' } }, "serverMetrics.prefix is '9'; write the name of a metric"],
    [{ serverMetrics: { selector: { 'a-b': 'x' } } }, "a label of serverMetrics.selector is 'a-b'"],
    [{ logs: { refused: [] } }, 'logs.refused is []; write at least one text, or leave it out'],
    [{ logs: { connected: [' '] } }, "a text of logs.connected is ' '; write a text that lines of the log hold"],
    [{ logs: { workloadLabel: 'k8s/app' } }, "logs.workloadLabel is 'k8s/app'"],
    [{ logs: { serverSelector: { 'k8s/app': 'x' } } }, "a label of logs.serverSelector is 'k8s/app'"],
    [{ logs: { serverSelector: {} } }, 'logs.serverSelector is {}; write at least one label, and no empty value'],
    [{ logs: { serverSelector: { app: '' } } }, 'logs.serverSelector is {"app":""}; write at least one label, and no empty value'],
    [{ settings: { latencyHigh: { threshold: NaN } } }, 'settings.latencyHigh.threshold is NaN; write a number from 0'],
    [{ settings: { latencyHigh: { threshold: -1 } } }, 'settings.latencyHigh.threshold is -1; write a number from 0'],
    [{ settings: { disconnected: { threshold: 1 } } }, 'settings.disconnected.threshold is 1; remove it: this alert has no threshold'],
    [{ settings: { latencyHigh: { duration: Duration.millis(1500) } } }, 'settings.latencyHigh.duration in seconds is 1.5; write whole seconds'],
    [{ settings: { latencyHigh: { severity: 'very high' } } }, "settings.latencyHigh.severity is 'very high'; write one word, such as warning"],
    [{ runbooks: 'wiki/nats' }, "runbooks is 'wiki/nats'; write the URL of a folder, such as https://example.com/runbooks"],
  ])('%j', (props, message) => {
    expect(() => alerted(props)).toThrow(message);
  });

  test('nothing, where options are given without a value', () => {
    const props = { settings: { latencyHigh: undefined }, logs: { connected: undefined }, clientMetrics: { selector: undefined } };
    expect(() => alerted(props)).not.toThrow();
  });
});

test('the server is the one that is given', () => {
  const app = new App();
  const chart = appsChart('apps', app);
  const other = NatsServer.of({ service: 'bus', namespace: 'backbone' });
  new NatsAlerts(chart, 'alerts', { workloads: [quotes(chart)], server: other });
  const { expr, annotations } = ruleOf(metricRules(synth(chart)), 'NatsServerDown');
  expect([expr, annotations.description.includes('quotes')]).toEqual(['absent(nats_varz_connections{namespace="backbone"})', false]);
});

test('a server outside the cluster has no alerts', () => {
  const chart = appsChart();
  const workload = bot(chart);
  workload.connectTo(OUTSIDE);
  new NatsAlerts(chart, 'alerts', { workloads: [workload] });
  expect(find(synth(chart), 'PrometheusRule').spec.groups.map(({ name }: any) => name)).toEqual(['nats-clients']);
});
