import { isCredentialName } from '../../../address/private/credentials';
import { Container } from '../../../manifest';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { containersOf } from '../private/containers';
import { isNatsServer } from '../private/image-name';
import { leakedCredential } from '../private/leaked-credential';

/** Names that are a workload's own, or point to a credential. */
const OWN_NAME = /(?:CLIENT|CONNECTION|CONSUMER|DURABLE|POD|NODE|INSTANCE)_?(?:NAME|ID)?$|SECRET|CREDS|NKEY/;

export const natsSettingLiteral = rule({
  code: 'CFG240',
  checklist: 2,
  title: 'A NATS setting is written into the workload',
  severity: 'warning',
  reads: ['urls', 'workloads'],
  why: 'The address of the NATS server and the settings beside it are the same for all programs of a platform. Written into each workload they are changed in some '
    + 'and forgotten in others, as every move of a server shows. A literal address is a warning, another literal `NATS_*` setting an advice.',
  repair: 'Put the value into a ConfigMap, one for all workloads, and refer to its key by `configMapKeyRef`.',
  source: '§10',
  check: function* ({ urls, workloads }) {
    const reported = new Set<string>();
    for (const { text, nats, holder, place, shown, workloads: [workload], name, variables } of urls) {
      if (!nats || !workload || (holder !== 'env' && holder !== 'word')) continue;
      if (isComposed(text) || variables.some(({ entry }) => 'value' in entry && isComposed(entry.value))) continue;
      const container = workload.containers.find(({ path }) => path.every((step, i) => place.path[i] === step));
      const at = placeId(place.object.id, place.path);
      if (!container || isNatsServer(container.image) || reported.has(at)) continue;
      reported.add(at);
      const where = holder === 'env' ? `variable ${variables[0]?.name ?? name}` : 'its command line';
      yield {
        at: place,
        message: `${titleOf(container)} has the NATS address ${shown} in ${where}`,
        fix: repairOf(text, holder),
      };
    }
    for (const container of containersOf(workloads)) yield* otherSettings(container, reported);
  },
});

function* otherSettings(container: Container, reported: ReadonlySet<string>): Iterable<Observation> {
  if (isNatsServer(container.image)) return;
  for (const { name, value, source, place } of container.variables) {
    if (!/^NATS_/.test(name) || OWN_NAME.test(name) || isCredentialName(name) || source || !value || value.startsWith('/') || isComposed(value)) continue;
    const at = [...place.path, 'value'];
    if (reported.has(placeId(place.object.id, at))) continue;
    yield {
      at: place.object.at(...at),
      message: `${titleOf(container)} has the setting ${name} as a literal`,
      fix: `move it into a ConfigMap and take it by configMapKeyRef with the key ${name}`,
      severity: 'advice',
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
