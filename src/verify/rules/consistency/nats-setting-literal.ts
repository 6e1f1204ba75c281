import { NatsUrlClass } from '../../../address/nats-url-class';
import { isCredentialName } from '../../../address/private/credentials';
import { Container, FieldPath } from '../../../manifest';
import { Correction } from '../../correction';
import { UrlUse } from '../../facts/facts';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { canonicalServer, ServerFacts } from '../private/canonical-server';
import { containersOf } from '../private/containers';
import { isNatsServer } from '../private/image-name';
import { leakedCredential } from '../private/leaked-credential';
import { isDecision } from '../private/server-change';
import { decideLink } from '../private/server-link';
import { fromSharedConfig, SharingFacts } from '../private/shared-setting';

/** Names that are a workload's own, or point to a credential. */
const OWN_NAME = /(?:CLIENT|CONNECTION|CONSUMER|DURABLE|POD|NODE|INSTANCE)_?(?:NAME|ID)?$|SECRET|CREDS|NKEY/;

export const natsSettingLiteral = rule({
  code: 'CFG240',
  checklist: 2,
  title: 'A NATS setting is written into the workload',
  severity: 'warning',
  reads: ['urls', 'workloads', 'set', 'referencesTo'],
  why: 'The address of the NATS server and the settings beside it are the same for all programs of a platform. Written into each workload they are changed in some '
    + 'and forgotten in others, as every move of a server shows. A literal address is a warning, another literal `NATS_*` setting an advice.',
  repair: 'Put the value into a ConfigMap, one for all workloads, and refer to its key by `configMapKeyRef`.',
  source: '§10',
  check: function* ({ urls, workloads, set, referencesTo, options }) {
    const facts = { set, referencesTo, options };
    const reported = new Set<string>();
    for (const use of urls) {
      const { text, nats, holder, place, shown, workloads: [workload], name, variables } = use;
      if (!nats || !workload || (holder !== 'env' && holder !== 'word')) continue;
      if (isComposed(text) || variables.some(({ entry }) => 'value' in entry && isComposed(entry.value))) continue;
      const container = workload.containers.find(({ path }) => isWithin(place.path, path));
      const at = placeId(place.object.id, place.path);
      if (!container || isNatsServer(container.image) || reported.has(at)) continue;
      reported.add(at);
      const where = holder === 'env' ? `variable ${variables[0]?.name ?? name}` : 'its command line';
      yield {
        at: place,
        message: `${titleOf(container)} has the NATS address ${shown} in ${where}`,
        fix: repairOf(text, holder),
        correct: () => correctAddress(use, container, facts),
      };
    }
    for (const container of containersOf(workloads)) yield* otherSettings(container, reported, facts);
  },
});

/** What literals are compared with. */
type LiteralFacts = SharingFacts & ServerFacts;

function correctAddress(use: UrlUse, container: Container, facts: LiteralFacts): Correction {
  const { text, holder, place } = use;
  if (leakedCredential('', text)) return { decide: 'move the credential into a Secret first, then take the URL without user info from a ConfigMap' };
  const whole = holder === 'env' && place.offset === undefined;
  const entry = whole ? container.variables.find(other => isWithin(place.path, other.place.path)) : undefined;
  if (!entry) return { decide: 'choose a variable for the URL, take it by configMapKeyRef, and write $(NAME) here' };
  return fromSharedConfig(entry, container, meanings(use, facts), facts);
}

/** Other texts that mean the same server: what is no name at all means the only one there is. */
function meanings(use: UrlUse, facts: LiteralFacts): string[] {
  const { hostClass, canonical } = use.nats!;
  const isIp = hostClass === NatsUrlClass.IP || hostClass === NatsUrlClass.IP_IN_DISGUISE;
  const server = isIp && !decideLink(use) ? canonicalServer(facts) : undefined;
  return [...canonical === undefined ? [] : [canonical], ...server && !isDecision(server) ? [server.url] : []];
}

function isWithin(path: FieldPath, above: FieldPath): boolean {
  return above.every((step, i) => path[i] === step);
}

function* otherSettings(container: Container, reported: ReadonlySet<string>, facts: LiteralFacts): Iterable<Observation> {
  if (isNatsServer(container.image)) return;
  for (const entry of container.variables) {
    const { name, value, source, place } = entry;
    if (!/^NATS_/.test(name) || OWN_NAME.test(name) || isCredentialName(name) || source || !value || value.startsWith('/') || isComposed(value)) continue;
    const at = [...place.path, 'value'];
    if (reported.has(placeId(place.object.id, at))) continue;
    yield {
      at: place.object.at(...at),
      message: `${titleOf(container)} has the setting ${name} as a literal`,
      fix: `move it into a ConfigMap and take it by configMapKeyRef with the key ${name}`,
      severity: 'advice',
      correct: () => fromSharedConfig(entry, container, [], facts),
    };
  }
}

function repairOf(text: string, holder: 'env' | 'word'): string {
  if (leakedCredential('', text)) return 'move it into a ConfigMap without its user info, which comes from a Secret, and take it by configMapKeyRef';
  return holder === 'env' ? 'move it into a ConfigMap and take it by configMapKeyRef'
    : 'move it into a ConfigMap, take it into a variable by configMapKeyRef, and write $(NATS_URL) here';
}

/** Whether a value takes its parts from other variables. */
function isComposed(value: string | undefined): boolean {
  return value !== undefined && value.includes('$(');
}

function titleOf({ name, workload }: Container): string {
  return `container ${name} of ${workload.kind} ${workload.name}`;
}

function placeId(object: string, path: readonly (string | number)[]): string {
  return [object, ...path].join('\n');
}
