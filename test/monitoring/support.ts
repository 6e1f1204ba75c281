import { Chart } from 'cdk8s';
import { parse, stringify } from 'yaml';
import { IEndpoint, NatsServer } from '../../src/address';
import { PetrosaCommonConfig } from '../../src/config';
import { NatsAlerts, NatsAlertsProps } from '../../src/monitoring';
import { Subject } from '../../src/subject';
import { NatsAwareDeployment, NatsAwareDeploymentProps } from '../../src/workload';
import { appsChart, find, synth } from '../workload/support';

export const SERVER = NatsServer.of({ service: 'nats-server', namespace: 'nats', podLabels: { app: 'nats-server' } });
export const URL = 'nats://nats-server.nats.svc.cluster.local:4222';

/** A server that no pod of the cluster is. */
export const OUTSIDE: IEndpoint = {
  description: 'nats://bus.example.com:4222',
  url: 'nats://bus.example.com:4222',
  inCluster: false,
  needsDns: true,
  variables: [],
  egress: [{ peers: [{ cidr: '203.0.113.7/32' }], ports: [{ port: 4222 }] }],
};

/** A Deployment that connects to the server, publishes, and has metrics. */
export function quotes(chart: Chart, props: Partial<NatsAwareDeploymentProps> = {}): NatsAwareDeployment {
  return new NatsAwareDeployment(chart, 'quotes', {
    metadata: { name: 'quotes' },
    labels: { app: 'quotes' },
    config: new PetrosaCommonConfig(chart, 'common', { nats: SERVER }),
    publishes: [Subject.of('quotes.new', { subscribedElsewhere: true }).inProgram()],
    containers: [{ name: 'quotes', image: 'registry.example/quotes:1.4.2', ports: [{ name: 'metrics', number: 9090 }] }],
    ...props,
  });
}

/** What is rendered for one workload and its alerts. */
export function alerted(props: Partial<NatsAlertsProps> = {}): any[] {
  const chart = appsChart();
  new NatsAlerts(chart, 'alerts', { workloads: [quotes(chart)], ...props });
  return synth(chart);
}

/** The rules for Prometheus. */
export function metricRules(objects: any[]): any[] {
  return find(objects, 'PrometheusRule').spec.groups.flatMap(({ rules }: any) => rules);
}

/** The rules for Loki. */
export function logRules(objects: any[]): any[] {
  const [file] = Object.values<string>(objects.find(({ metadata }) => metadata.labels?.loki_rule).data);
  return parse(file).groups.flatMap(({ rules }: any) => rules);
}

/** The objects as manifests. */
export function manifestText(objects: any[]): string {
  return objects.map(object => stringify(object)).join('---\n');
}

/** The rule of an alert. */
export function ruleOf(rules: any[], alert: string): any {
  const found = rules.filter(rule => rule.alert === alert);
  if (found.length !== 1) throw new Error(`${found.length} rules are ${alert}`);
  return found[0];
}

/** Whether a rule for Loki looks for a line; the first query counts where it has several. */
export function looksFor({ expr }: any, line: string): boolean {
  const [, filters] = expr.match(/\}((?: [|!]~ "(?:[^"\\]|\\.)*")+)/);
  return [...filters.matchAll(/([|!])~ ("(?:[^"\\]|\\.)*")/g)].every(([, kind, text]) => {
    const [, pattern] = JSON.parse(text).match(/^\(\?i\)(.*)$/);
    return new RegExp(pattern, 'i').test(line) === (kind === '|');
  });
}
