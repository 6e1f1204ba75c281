import { Construct } from 'constructs';
import { ALERT_DEFAULTS } from './alert-defaults';
import { checkOptions, inSeconds, OptionCheck, OptionRule, textLike, WHOLE_SECONDS } from './option-checks';
import { NatsAlertOptions } from '../nats-alert-options';
import { NatsAlertSettings } from '../nats-alert-settings';

const METRIC = textLike(/^[a-zA-Z_:][\w:]*$/, 'write the name of a metric: letters, digits, _ and :, no digit first');
const LABEL = textLike(/^[a-zA-Z_]\w*$/, 'write the name of a label: letters, digits and _, no digit first');
const SEVERITY = textLike(/^[a-z][\w-]*$/i, 'write one word, such as warning');
const TEXT = textLike(/\S/, 'write a text that lines of the log hold');
const URL = textLike(/^https?:\/\/[^\s?#@]+$/, 'write the URL of a folder, such as https://example.com/runbooks');
const THRESHOLD: OptionRule = { holds: value => Number.isFinite(value) && Number(value) >= 0, instead: 'write a number from 0' };
const STREAMS: OptionRule = {
  holds: selector => Object.keys(Object(selector)).length > 0 && Object.values(Object(selector)).every(value => value !== ''),
  instead: 'write at least one label, and no empty value: Loki takes no query without',
};
const NO_THRESHOLD: OptionRule = { holds: () => false, instead: 'remove it: this alert has no threshold' };
const TEXTS: OptionRule = { holds: value => Array.isArray(value) && value.length > 0, instead: 'write at least one text, or leave it out' };

/** @throws if Prometheus or Loki would refuse what is made of an option, or would never find anything */
export function checkAlertOptions(scope: Construct, options: NatsAlertOptions): void {
  checkOptions(scope, checks(options));
}

function checks({ clientMetrics = {}, serverMetrics = {}, logs = {}, settings = {}, runbooks }: NatsAlertOptions): OptionCheck[] {
  const { selector: clientSelector = {}, workloadLabel, ...clientNames } = clientMetrics;
  const { selector: metricSelector = {}, ...serverNames } = serverMetrics;
  const { workloadLabel: logLabel, serverSelector, ...texts } = logs;
  return [
    ...each('clientMetrics', clientNames, METRIC),
    ...each('serverMetrics', serverNames, METRIC),
    ...labels('clientMetrics.selector', clientSelector),
    ...labels('serverMetrics.selector', metricSelector),
    ...labels('logs.serverSelector', serverSelector ?? {}),
    ['logs.serverSelector', serverSelector, STREAMS],
    ['clientMetrics.workloadLabel', workloadLabel, LABEL],
    ['logs.workloadLabel', logLabel, LABEL],
    ...each('logs', texts, TEXTS),
    ...Object.entries(texts).flatMap(([name, list]) => (list ?? []).map((text): OptionCheck => [`a text of logs.${name}`, text, TEXT])),
    ...Object.entries(settings).flatMap(([alert, setting]): OptionCheck[] => [
      [`settings.${alert}.threshold`, setting?.threshold, hasThreshold(alert) ? THRESHOLD : NO_THRESHOLD],
      [`settings.${alert}.duration in seconds`, inSeconds(setting?.duration), WHOLE_SECONDS],
      [`settings.${alert}.severity`, setting?.severity, SEVERITY],
    ]),
    ['runbooks', runbooks, URL],
  ];
}

function hasThreshold(alert: string): boolean {
  return ALERT_DEFAULTS[alert as keyof NatsAlertSettings]?.threshold !== undefined;
}

function each(prop: string, values: object, rule: OptionRule): OptionCheck[] {
  return Object.entries(values).map(([name, value]): OptionCheck => [`${prop}.${name}`, value, rule]);
}

function labels(prop: string, selector: object): OptionCheck[] {
  return Object.keys(selector).map((label): OptionCheck => [`a label of ${prop}`, label, LABEL]);
}
