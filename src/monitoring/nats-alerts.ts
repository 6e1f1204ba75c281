import { Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import { NatsAlertOptions } from './nats-alert-options';
import { AlertRule, AlertRules } from './private/alert-rules';
import { checkAlertOptions } from './private/check-alert-options';
import { clientAlerts } from './private/client-alerts';
import { dataFile } from './private/data-file';
import { serverLogAlerts, workloadLogAlerts } from './private/log-alerts';
import { namedObject } from './private/named-object';
import { serverAlerts } from './private/server-alerts';
import { watch, Watched } from './private/watched';
import { NatsServer } from '../address/nats-server';
import { INatsAwareWorkload } from '../workload/nats-aware-workload';

/** Properties of `NatsAlerts`. */
export interface NatsAlertsProps extends NatsAlertOptions {
  /** The workloads that are watched; they connect to a NATS server already. There may be none where `server` is given. */
  readonly workloads: INatsAwareWorkload[];

  /**
   * The server that is watched.
   * @default - the one that the workloads connect to
   */
  readonly server?: NatsServer;

  /**
   * `metadata.name` of the PrometheusRule, and with `-logs` of the ConfigMap.
   * @default 'nats-alerts'
   */
  readonly name?: string;

  /**
   * Labels of the PrometheusRule, by which the Prometheus Operator selects rules, such as `release: kube-prometheus-stack`.
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };
}

/**
 * Alerts on the connections of workloads to NATS: a PrometheusRule for the metrics of the rule book (§13) and those of the server, and rules for Loki, in a
 * ConfigMap, for the log patterns (§12). Each alert names its workloads and has a page that says what to do.
 */
export class NatsAlerts extends Construct {
  /**
   * @throws if a workload connects to no NATS server yet, the workloads connect to several servers, there is nothing to watch, or a name, a label or a setting
   *   is none
   */
  constructor(scope: Construct, id: string, props: NatsAlertsProps) {
    super(scope, id);
    checkAlertOptions(this, props);
    const { name = 'nats-alerts', metricAlerts = true, logAlerts = true } = props;
    const watched = watch(this, props);
    const rules = new AlertRules(props.settings ?? {}, (props.runbooks ?? RUNBOOKS).replace(/\/+$/, ''));
    if (metricAlerts) this.renderPrometheusRule(name, metricGroups(rules, watched), props.labels);
    if (logAlerts) this.renderLokiRules(`${name}-logs`, logGroups(rules, watched), props.lokiRuleLabels);
  }

  private renderPrometheusRule(name: string, groups: RuleGroup[], labels: NatsAlertsProps['labels']): void {
    namedObject(this, 'prometheus-rule', { apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', name, labels, spec: { groups } });
  }

  private renderLokiRules(name: string, groups: RuleGroup[], labels: NatsAlertsProps['lokiRuleLabels'] = { loki_rule: '1' }): void {
    namedObject(this, 'loki-rules', { apiVersion: 'v1', kind: 'ConfigMap', name, labels, data: dataFile(this, `${name}.yaml`, Yaml.stringify({ groups })) });
  }
}

const RUNBOOKS = 'https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/runbooks';

interface RuleGroup {
  readonly name: string;
  readonly rules: AlertRule[];
}

function metricGroups(rules: AlertRules, { clients, server }: Watched): RuleGroup[] {
  return nonEmpty({
    'nats-clients': clients.flatMap(({ workload, queries }) => clientAlerts(rules, workload, queries)),
    'nats-server': server ? serverAlerts(rules, server, server.queries) : [],
  });
}

function logGroups(rules: AlertRules, { clients, server, texts }: Watched): RuleGroup[] {
  return nonEmpty({
    'nats-client-logs': clients.flatMap(({ workload }) => workloadLogAlerts(rules, workload, texts)),
    'nats-server-logs': server ? serverLogAlerts(rules, server, clients.map(({ workload }) => workload), texts) : [],
  });
}

function nonEmpty(rules: { [name: string]: AlertRule[] }): RuleGroup[] {
  return Object.entries(rules).flatMap(([name, ofGroup]) => (ofGroup.length === 0 ? [] : [{ name, rules: ofGroup }]));
}
