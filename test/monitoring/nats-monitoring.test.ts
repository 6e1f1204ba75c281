import { spawnSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Chart, Duration } from 'cdk8s';
import { alerted, manifestText, OUTSIDE, quotes, SERVER } from './support';
import { NatsServer } from '../../src/address';
import { AppConfig } from '../../src/config';
import { NatsMonitoring, NatsMonitoringProps, ScrapeBy } from '../../src/monitoring';
import { DefaultDenyPolicy, NatsIngressPolicy } from '../../src/network';
import { verify } from '../../src/verify';
import { JobSchedule, NatsAwareCronJob, NatsAwareDeployment } from '../../src/workload';
import { setOf } from '../support/sets';
import { PROJECT } from '../support/shared';
import { describeWithTools } from '../support/tools';
import { appsChart, BOT, bot, CONTAINER, find, names, synth, templateOf } from '../workload/support';

type Options = Omit<NatsMonitoringProps, 'workloads'>;

/** What is rendered for one workload with metrics and its monitoring. */
function monitored(options: Options = {}): any[] {
  const chart = appsChart();
  new NatsMonitoring(chart, 'monitoring', { workloads: [quotes(chart)], ...options });
  return synth(chart);
}

function dashboardOf(objects: any[]): any {
  const [[, json]] = Object.entries<string>(find(objects, 'ConfigMap', 'nats-monitoring-dashboard').data);
  return JSON.parse(json);
}

const ALL = monitored();

/** What one declaration renders beside the workload. */
const MONITORING = [
  'PodMonitor/quotes', 'PodMonitor/nats-monitoring-server', 'ConfigMap/nats-monitoring-dashboard', 'PrometheusRule/nats-monitoring-alerts',
  'ConfigMap/nats-monitoring-alerts-logs',
];

test('one declaration renders everything', () => {
  const chart = appsChart();
  quotes(chart);
  const workload = names(synth(chart));
  expect(names(ALL).filter(name => !workload.includes(name))).toEqual(MONITORING);
});

test('the guide names every object, and says how it is left out', () => {
  const guide = readFileSync(join(PROJECT, 'docs/monitoring.md'), 'utf8');
  const rows = [...guide.matchAll(/^\| (\w+) `([\w-]+)` \|.* `\w+: false` \|$/gm)].map(([, kind, name]) => `${kind}/${name}`);
  expect(rows).toEqual(MONITORING);
});

test('everything has the given name', () => {
  const objects = monitored({ name: 'bus' });
  expect(names(objects).filter(name => name.includes('bus'))).toEqual(['PodMonitor/bus-server', 'ConfigMap/bus-dashboard', 'PrometheusRule/bus-alerts', 'ConfigMap/bus-alerts-logs']);
});

test.each<[keyof Options, string[]]>([
  ['scrapeWorkloads', ['PodMonitor/quotes']],
  ['scrapeServer', ['PodMonitor/nats-monitoring-server']],
  ['dashboard', ['ConfigMap/nats-monitoring-dashboard']],
  ['alerts', ['PrometheusRule/nats-monitoring-alerts', 'ConfigMap/nats-monitoring-alerts-logs']],
])('%s can be left out', (part, objects) => {
  const rendered = names(monitored({ [part]: false }));
  expect(names(ALL).filter(name => !rendered.includes(name))).toEqual(objects);
});

test('the alerts are those of NatsAlerts, with its options', () => {
  const options = { settings: { latencyHigh: { severity: 'page' } } };
  expect(find(monitored(options), 'PrometheusRule').spec).toEqual(find(alerted(options), 'PrometheusRule').spec);
});

test('the verifier finds nothing that it would not find without the monitoring', () => {
  const chart = appsChart();
  quotes(chart);
  const codes = (objects: any[]) => verify(setOf(manifestText(objects)), []).findings.map(({ code }) => code);
  expect(codes(ALL)).toEqual(codes(synth(chart)));
});

describe('a PodMonitor', () => {
  test('selects the pods of the workload by its identity, and its port by name', () => {
    expect(find(ALL, 'PodMonitor', 'quotes').spec).toEqual({ selector: { matchLabels: { app: 'quotes' } }, podMetricsEndpoints: [{ port: 'metrics', path: '/metrics' }] });
  });

  test('selects the exporter in the namespace of the server', () => {
    expect(find(ALL, 'PodMonitor', 'nats-monitoring-server').spec).toEqual({
      selector: { matchLabels: { app: 'nats-server' } },
      namespaceSelector: { matchNames: ['nats'] },
      podMetricsEndpoints: [{ port: 'prom-metrics', path: '/metrics' }],
    });
  });

  test('takes every pod that has the port where the labels of the server are not known', () => {
    const { selector } = find(monitored({ server: NatsServer.of({ service: 'nats-server', namespace: 'nats' }) }), 'PodMonitor', 'nats-monitoring-server').spec;
    expect(selector).toEqual({});
  });

  test('selects an exporter that runs elsewhere', () => {
    const { spec } = find(monitored({ exporter: { namespace: 'monitoring', podLabels: { app: 'surveyor' }, portName: 'http' } }), 'PodMonitor', 'nats-monitoring-server');
    expect([spec.namespaceSelector, spec.selector, spec.podMetricsEndpoints[0].port]).toEqual([{ matchNames: ['monitoring'] }, { matchLabels: { app: 'surveyor' } }, 'http']);
  });

  test('has the path, the interval and the labels that are given', () => {
    const { metadata, spec } = find(monitored({ metricsPath: '/prometheus', interval: Duration.seconds(30), operatorLabels: { release: 'prometheus' } }), 'PodMonitor', 'quotes');
    expect([metadata.labels, spec.podMetricsEndpoints]).toEqual([{ release: 'prometheus' }, [{ port: 'metrics', path: '/prometheus', interval: '30s' }]]);
  });

  test('the exporter has its own path', () => {
    expect(find(monitored({ metricsPath: '/prometheus' }), 'PodMonitor', 'nats-monitoring-server').spec.podMetricsEndpoints[0].path).toBe('/metrics');
  });

  test('the rules of the operator are found by the same labels', () => {
    expect(find(monitored({ operatorLabels: { release: 'prometheus' } }), 'PrometheusRule').metadata.labels).toEqual({ release: 'prometheus' });
  });

  test('is not there for a workload without the port', () => {
    const chart = appsChart();
    new NatsMonitoring(chart, 'monitoring', { workloads: [quotes(chart, { containers: [CONTAINER] })], scrapeServer: false, metricAlerts: false });
    expect(names(synth(chart), 'PodMonitor')).toEqual([]);
  });

  test('selects no pod that another one selects', () => {
    const chart = appsChart();
    const all = quotes(chart, { labels: { app: 'quotes' } });
    const some = new NatsAwareDeployment(chart, 'canary', {
      ...BOT, labels: { app: 'quotes', track: 'canary' }, containers: [{ ...CONTAINER, ports: [{ name: 'metrics', number: 9090 }] }], sharesPodsWith: [all],
    });
    some.connectTo(SERVER, { config: new AppConfig(chart, 'settings', { name: 'settings' }) });
    new NatsMonitoring(chart, 'monitoring', { workloads: [some, all], scrapeServer: false });
    expect(names(synth(chart), 'PodMonitor')).toEqual(['PodMonitor/quotes']);
  });

  test('is there once for workloads of one identity', () => {
    const chart = appsChart();
    const jobs = ['hourly', 'daily'].map(name => new NatsAwareCronJob(chart, name, {
      ...BOT, metadata: { name }, containers: [{ ...CONTAINER, ports: [{ name: 'metrics', number: 9090 }] }], schedule: JobSchedule.every(Duration.hours(1)),
    }));
    const config = new AppConfig(chart, 'settings', { name: 'settings' });
    for (const job of jobs) job.connectTo(SERVER, { config });
    new NatsMonitoring(chart, 'monitoring', { workloads: jobs, scrapeServer: false });
    expect(names(synth(chart), 'PodMonitor')).toEqual(['PodMonitor/hourly']);
  });

  test('is there for each namespace in which workloads have one identity', () => {
    const app = new App();
    const workloads = ['petrosa-apps', 'staging'].map(namespace => quotes(new Chart(app, namespace, { namespace })));
    const chart = new Chart(app, 'watch', { namespace: 'monitoring' });
    new NatsMonitoring(chart, 'monitoring', { workloads, scrapeServer: false });
    expect(names(synth(chart), 'PodMonitor')).toEqual(['PodMonitor/petrosa-apps-quotes', 'PodMonitor/staging-quotes']);
  });

  test('of a workload of another namespace has the namespace in its name', () => {
    const app = new App();
    const workload = quotes(appsChart('apps', app));
    const chart = new Chart(app, 'watch', { namespace: 'monitoring' });
    new NatsMonitoring(chart, 'monitoring', { workloads: [workload], scrapeServer: false });
    expect(find(synth(chart), 'PodMonitor', 'petrosa-apps-quotes').spec.namespaceSelector).toEqual({ matchNames: ['petrosa-apps'] });
  });
});

describe('instead of a PodMonitor', () => {
  test('a ServiceMonitor selects the Service of the workload', () => {
    const chart = appsChart();
    const workload = quotes(chart);
    workload.exposeHttp({ port: 80, targetPort: 9090, additionalPorts: [{ name: 'metrics', port: 9090 }] });
    new NatsMonitoring(chart, 'monitoring', { workloads: [workload], scrapeBy: ScrapeBy.SERVICE_MONITOR });
    const objects = synth(chart);
    expect(find(objects, 'ServiceMonitor', 'quotes').spec).toEqual({ selector: { matchLabels: { app: 'quotes' } }, endpoints: [{ port: 'metrics', path: '/metrics' }] });
    expect(find(objects, 'Service').metadata.labels).toMatchObject({ app: 'quotes' });
  });

  test('a ServiceMonitor of the server selects by the labels of the exporter', () => {
    const { spec } = find(monitored({ scrapeBy: ScrapeBy.SERVICE_MONITOR, scrapeWorkloads: false }), 'ServiceMonitor');
    expect(spec.endpoints).toEqual([{ port: 'prom-metrics', path: '/metrics' }]);
  });

  test('a ServiceMonitor is refused where no Service has the port', () => {
    expect(() => monitored({ scrapeBy: ScrapeBy.SERVICE_MONITOR }))
      .toThrow('apps/monitoring: apps/quotes has no Service with a port named metrics, so that a ServiceMonitor finds nothing; call exposeHttp with additionalPorts before, or take ScrapeBy.POD_MONITOR');
  });

  test('annotations of the pods tell the port and the path', () => {
    const objects = monitored({ scrapeBy: ScrapeBy.ANNOTATIONS });
    expect(templateOf(objects).metadata.annotations).toMatchObject({ 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9090', 'prometheus.io/path': '/metrics' });
    expect(names(objects).filter(name => name.includes('Monitor/'))).toEqual([]);
  });
});

describe('the scraper', () => {
  const PROMETHEUS = [{
    from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } }, podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } } }],
    ports: [{ port: 9090, protocol: 'TCP' }],
  }];

  function denied(options: Options = {}, namespace = 'petrosa-apps'): any[] {
    const chart = appsChart();
    new NatsMonitoring(chart, 'monitoring', { workloads: [quotes(chart)], ...options });
    new DefaultDenyPolicy(chart, 'deny', { namespace });
    return synth(chart);
  }

  test('isolates no pod that everybody reaches', () => {
    expect(names(ALL, 'NetworkPolicy')).toEqual(['NetworkPolicy/quotes-egress']);
  });

  test('is admitted to the port for metrics where the pods are isolated, even later', () => {
    expect(find(denied(), 'NetworkPolicy', 'quotes-ingress').spec.ingress).toEqual(PROMETHEUS);
  });

  test('is admitted by the chart of the workload, which isolates it', () => {
    const app = new App();
    const chart = appsChart('apps', app);
    const workload = quotes(chart);
    new DefaultDenyPolicy(chart, 'deny');
    new NatsMonitoring(new Chart(app, 'watch', { namespace: 'monitoring' }), 'monitoring', { workloads: [workload] });
    expect(names(chart.toJson(), 'NetworkPolicy')).toContain('NetworkPolicy/quotes-ingress');
  });

  test('is admitted beside those that are admitted already', () => {
    const chart = appsChart();
    const workload = quotes(chart);
    workload.exposeHttp({ targetPort: 9090 });
    new NatsMonitoring(chart, 'monitoring', { workloads: [workload] });
    expect(find(synth(chart), 'NetworkPolicy', 'quotes-ingress').spec.ingress[0].from).toHaveLength(2);
  });

  test('is admitted from another namespace, with other labels', () => {
    const [{ from }] = find(denied({ scraper: { namespace: 'observability', podLabels: { app: 'alloy' } } }), 'NetworkPolicy', 'quotes-ingress').spec.ingress;
    expect(from).toEqual([{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'observability' } }, podSelector: { matchLabels: { app: 'alloy' } } }]);
  });

  test('is admitted as every pod of its namespace where told', () => {
    const [{ from }] = find(denied({ scraper: { podLabels: {} } }), 'NetworkPolicy', 'quotes-ingress').spec.ingress;
    expect(from[0].podSelector ?? {}).toEqual({});
  });

  test('is admitted to the exporter where its namespace is isolated', () => {
    const { metadata, spec } = find(denied({}, 'nats'), 'NetworkPolicy', 'nats-server-ingress');
    expect([metadata.namespace, spec.ingress[0].ports]).toEqual(['nats', [{ port: 7777, protocol: 'TCP' }]]);
  });

  test('is admitted by the policy of the server where another chart has it', () => {
    const app = new App();
    const chart = appsChart('apps', app);
    const policy = new NatsIngressPolicy(new Chart(app, 'servers', { namespace: 'nats' }), 'clients', { server: SERVER, clientNamespaces: ['petrosa-apps'] });
    new NatsMonitoring(chart, 'monitoring', { workloads: [quotes(chart)], exporter: { policy, port: 7778 } });
    const ports = find(synth(chart), 'NetworkPolicy', 'allow-nats-clients').spec.ingress.map((rule: any) => rule.ports[0].port);
    expect(ports).toContain(7778);
  });

  test('can be left to others', () => {
    expect(names(denied({ admitScraper: false }), 'NetworkPolicy')).not.toContain('NetworkPolicy/quotes-ingress');
  });
});

describe('the dashboard', () => {
  const RULE_BOOK = ['Connection status', 'Publish success and failure rates', 'Connection latency', 'Reconnection attempts'];
  const rowsOf = (dashboard: any) => dashboard.panels.filter(({ type }: any) => type === 'row').map(({ title }: any) => title);
  const panelOf = (dashboard: any, title: string) => dashboard.panels.find((panel: any) => panel.title === title);

  test('has a row for each metric of the rule book, and one for the server', () => {
    expect(rowsOf(dashboardOf(ALL))).toEqual([...RULE_BOOK, 'Server']);
  });

  test('of a server alone has its row', () => {
    const chart = appsChart();
    new NatsMonitoring(chart, 'monitoring', { workloads: [], server: SERVER });
    expect(rowsOf(dashboardOf(synth(chart)))).toEqual(['Server']);
  });

  test('of a server outside the cluster has no row for it', () => {
    const chart = appsChart();
    const workload = bot(chart);
    workload.connectTo(OUTSIDE);
    new NatsMonitoring(chart, 'monitoring', { workloads: [workload], metricAlerts: false });
    const objects = synth(chart);
    expect([rowsOf(dashboardOf(objects)), names(objects, 'PodMonitor')]).toEqual([RULE_BOOK, []]);
  });

  test('is found by the label that the sidecar of Grafana looks for', () => {
    expect(find(ALL, 'ConfigMap', 'nats-monitoring-dashboard').metadata.labels).toEqual({ grafana_dashboard: '1' });
  });

  test('is found by another label where told', () => {
    expect(find(monitored({ dashboardLabels: { dashboards: 'yes' } }), 'ConfigMap', 'nats-monitoring-dashboard').metadata.labels).toEqual({ dashboards: 'yes' });
  });

  test('lies in a file of a name that no other namespace has', () => {
    expect(Object.keys(find(ALL, 'ConfigMap', 'nats-monitoring-dashboard').data)).toEqual(['petrosa-apps-nats-monitoring.json']);
  });

  test('keeps its uid when the construct moves, and others have another', () => {
    const uid = (id: string, name?: string) => {
      const chart = appsChart();
      new NatsMonitoring(chart, id, { workloads: [quotes(chart)], name });
      return JSON.parse(Object.values<string>(synth(chart).find(({ metadata }) => metadata.labels?.grafana_dashboard).data)[0]).uid;
    };
    expect([uid('a') === uid('b'), uid('a') === uid('a', 'other'), /^[a-z0-9]{1,40}$/.test(uid('a'))]).toEqual([true, false, true]);
  });

  test('has the version of the schema, and no panel twice', () => {
    const { schemaVersion, panels } = dashboardOf(ALL);
    expect([schemaVersion, new Set(panels.map(({ id }: any) => id)).size]).toEqual([39, panels.length]);
  });

  test('has panels that do not cover each other', () => {
    const cells = dashboardOf(ALL).panels.flatMap(({ gridPos: { x, y, w, h } }: any) =>
      Array.from({ length: w * h }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`));
    expect(new Set(cells).size).toBe(cells.length);
  });

  test('has no panel beyond the 24 columns of Grafana', () => {
    expect(dashboardOf(ALL).panels.filter(({ gridPos: { x, w } }: any) => x + w > 24)).toEqual([]);
  });

  test('lets one choose each source that a panel asks', () => {
    const { templating, panels } = dashboardOf(ALL);
    const asked = panels.flatMap(({ targets = [] }: any) => targets.map(({ datasource }: any) => `${datasource.type} ${datasource.uid}`));
    expect([...new Set(asked)].sort()).toEqual(templating.list.map(({ name, query }: any) => `${query} \${${name}}`).sort());
  });

  test('asks for no logs where every metric has a name, but for those of a failed connection', () => {
    const clientMetrics = { connected: 'nats_connected', reconnections: 'nats_reconnections_total' };
    const panels = dashboardOf(monitored({ clientMetrics })).panels;
    expect(panels.filter(({ datasource }: any) => datasource?.type === 'loki').map(({ title }: any) => title)).toEqual(['Lines on a failed or lost connection within 5 minutes']);
  });

  test('shows the state of the connections where its metric has a name', () => {
    const dashboard = dashboardOf(monitored({ clientMetrics: { connected: 'nats_connected' } }));
    expect(panelOf(dashboard, 'Connected').targets[0].expr).toMatch(/^min by \(pod\) \(nats_connected\{/);
  });

  test('shows one line a workload, each query by a name of its own', () => {
    const chart = appsChart();
    const second = bot(chart);
    second.connectTo(SERVER, { config: new AppConfig(chart, 'settings', { name: 'settings' }) });
    new NatsMonitoring(chart, 'monitoring', { workloads: [quotes(chart), second], metricAlerts: false });
    const { targets } = panelOf(dashboardOf(synth(chart)), 'Slowest hundredth');
    expect(targets.map(({ refId, legendFormat }: any) => [refId, legendFormat])).toEqual([['Q1', 'quotes'], ['Q2', 'bot']]);
  });
});

describeWithTools('Prometheus', ['promtool'], () => {
  test('takes the queries of the dashboard', () => {
    const clientMetrics = { connected: 'nats_connected', reconnections: 'nats_reconnections_total' };
    const queries = dashboardOf(monitored({ clientMetrics })).panels
      .filter(({ datasource }: any) => datasource?.type === 'prometheus').flatMap(({ targets }: any) => targets);
    const folder = mkdtempSync(join(tmpdir(), 'dashboard-'));
    const file = join(folder, 'rules.yaml');
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules: queries.map(({ expr }: any, i: number) => ({ record: `query:${i}`, expr })) }] }));
    const { stdout, stderr } = spawnSync('promtool', ['check', 'rules', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(stdout + stderr).toContain(`SUCCESS: ${queries.length} rules found`);
  });
});

describe('what is refused', () => {
  test('a workload of another chart, whose namespace is not known', () => {
    const app = new App();
    const workload = quotes(new Chart(app, 'apps'));
    expect(() => new NatsMonitoring(new Chart(app, 'watch', { namespace: 'monitoring' }), 'monitoring', { workloads: [workload] }))
      .toThrow('watch/monitoring: the namespace of apps/quotes is not known, so that nothing can look for its pods there; give its chart a namespace');
  });

  test('a port that no workload has', () => {
    expect(() => monitored({ metricsPort: 'prometheus' })).toThrow('apps/monitoring: no container of Deployment quotes of namespace petrosa-apps has a port named prometheus; '
      + "name the port of the metrics, as in ports: [{ name: 'prometheus', number: 9090 }], or leave metricsPort out");
  });

  test.each<[Options, string]>([
    [{ metricsPath: 'metrics' }, "metricsPath is 'metrics'; write a path that begins with a slash, such as /metrics"],
    [{ metricsPort: 'Metrics' }, "metricsPort is 'Metrics'; write the name of a container port"],
    [{ exporter: { portName: '7777' } }, "exporter.portName is '7777'; write the name of a container port"],
    [{ exporter: { port: 0 } }, 'apps/monitoring: port 0 is no port; write a whole number from 1 to 65535'],
    [{ interval: Duration.millis(500) }, 'interval in seconds is 0.5; write whole seconds'],
    [{ interval: Duration.seconds(0) }, 'interval in seconds is 0; write whole seconds'],
    [{ scraper: { namespace: 'Monitoring' } }, "'Monitoring' is no name of a namespace"],
    [{ scraper: { podLabels: { 'bad key!': 'x' } } }, "label key 'bad key!' is invalid"],
    [{ settings: { latencyHigh: { threshold: -1 } }, alerts: false }, 'settings.latencyHigh.threshold is -1'],
    [{ name: 'Bus' }, "'Bus-server' is no name"],
  ])('%j', (options, message) => {
    expect(() => monitored(options)).toThrow(message);
  });
});
