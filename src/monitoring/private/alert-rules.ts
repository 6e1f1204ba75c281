import { Duration } from 'cdk8s';
import { ALERT_DEFAULTS } from './alert-defaults';
import { promDuration } from './prom-duration';
import { NatsAlertSettings } from '../nats-alert-settings';

/** An alert as Prometheus and Loki read it. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly [label: string]: string };
  readonly annotations: { readonly summary: string; readonly description: string; readonly runbook_url: string };
}

/** What an alert is made of beside its settings. */
export interface AlertContent {
  /** The condition up to its threshold, or all of it where the alert has none. */
  readonly expr: string;

  /** Ends in no full stop. */
  readonly summary: string;
  readonly description: string;
  readonly labels: { readonly [label: string]: string | undefined };
}

/** Makes the rules of the alerts that are enabled. */
export class AlertRules {
  constructor(private readonly settings: NatsAlertSettings, private readonly runbooks: string) {}

  /** The rule of an alert; none where it is not enabled. */
  public of(key: keyof NatsAlertSettings, { expr, summary, description, labels }: AlertContent): AlertRule[] {
    const { alert, minutes, ...defaults } = ALERT_DEFAULTS[key];
    const { threshold = defaults.threshold, duration = Duration.minutes(minutes), severity = defaults.severity, enabled = defaults.enabled ?? true }
      = this.settings[key] ?? {};
    if (!enabled) return [];
    return [{
      alert,
      expr: threshold === undefined ? expr : `${expr} ${threshold}`,
      ...duration.toMilliseconds() > 0 && { for: promDuration(duration) },
      labels: { ...defined(labels), severity },
      annotations: { summary, description, runbook_url: `${this.runbooks}/${alert}.md` },
    }];
  }
}

function defined(labels: AlertContent['labels']): { [label: string]: string } {
  return Object.fromEntries(Object.entries(labels).flatMap(([label, value]) => (value === undefined ? [] : [[label, value]])));
}
