import { Undecided, undecidable } from './undecided';
import { listOf, ManifestObject, objectOf, textOf, textsOf } from '../../manifest';
import { Facts } from '../facts/facts';

/** What the programs log when the connection fails or drops (rule book §12). */
const PATTERNS = ['Failed to connect to NATS', 'NATS connection lost'];

const KINDS = ['PrometheusRule', 'AlertingRule', 'ConfigMap'];

/** Item 5: alert rules look for the log lines of a broken connection. */
export function logAlerts({ set }: Facts): Undecided | undefined {
  const texts = KINDS.flatMap(kind => set.ofKind(kind)).flatMap(alertTexts);
  const missing = PATTERNS.filter(pattern => !texts.some(text => text.includes(pattern)));
  return missing.length === 0 ? undefined : undecidable(`no alert rule looks for ${missing.map(pattern => `'${pattern}'`).join(' or ')} in the logs`);
}

function alertTexts(object: ManifestObject): string[] {
  if (object.kind === 'ConfigMap') return Object.values(textsOf(object.get('data'))).filter(text => text.includes('alert:'));
  return listOf(object.get('spec', 'groups')).flatMap(group => listOf(objectOf(group)?.rules)).flatMap((rule) => {
    const { alert, expr } = objectOf(rule) ?? {};
    return textOf(alert) === undefined ? [] : [textOf(expr) ?? ''];
  });
}
