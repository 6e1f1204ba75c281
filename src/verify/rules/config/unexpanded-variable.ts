import { Container, ManifestSet, Place } from '../../../manifest';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { keysOf } from '../private/config-keys';
import { containersOf } from '../private/containers';

/** `$(NAME)`; `$$(NAME)` is meant as it stands. */
const REFERENCE = /\$\$|\$\(([A-Z_][A-Z0-9_]*)\)/g;

/** The kubelet sets these for each Service. */
const OF_SERVICE = /_SERVICE_(?:HOST|PORT(?:_\w+)?)$|_PORT(?:_\d+_\w+)?$/;

export const unexpandedVariable = rule({
  code: 'CFG219',
  title: 'A $(NAME) refers to no variable that is set before it',
  severity: 'warning',
  reads: ['workloads', 'set'],
  why: 'Kubernetes replaces `$(NAME)` in `env`, `command` and `args` by a variable of the same container: in `env` only by one of `envFrom` or of an entry above. '
    + 'Where there is none, the text stays as it is, and the program gets an address with `$(NATS_HOST)` in it. '
    + 'Not reported where an `envFrom` is not known.',
  repair: 'Move the entry below the one that it refers to, or add the missing one. What a shell is to replace is written `$NAME`.',
  source: 'https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/',
  check: ({ workloads, set }) => containersOf(workloads).flatMap(container => [...inVariables(container, set), ...inWords(container, set)]),
});

function inVariables(container: Container, set: ManifestSet): Observation[] {
  const whole = namesFromWholes(container, set);
  const later = new Map(container.variables.map(({ name, place }) => [name, place] as const));
  const earlier = new Set<string>();
  return container.variables.flatMap(({ name, value, place }) => {
    const missing = namesIn(value ?? '').filter(used => !earlier.has(used) && !whole?.has(used) && (whole !== undefined || later.has(used)));
    earlier.add(name);
    return missing.map(used => observe(`${name} of container ${container.name}`, used, place.object.at(...place.path, 'value'), later.get(used)));
  });
}

function inWords(container: Container, set: ManifestSet): Observation[] {
  const whole = namesFromWholes(container, set);
  if (!whole) return [];
  const all = new Set([...whole, ...container.variables.map(({ name }) => name)]);
  return container.words.flatMap(({ text, place }) =>
    namesIn(text).filter(used => !all.has(used)).map(used => observe(`an argument of container ${container.name}`, used, place, undefined)));
}

function observe(holder: string, name: string, at: Place, later: Place | undefined): Observation {
  return later
    ? { at, message: `${holder} refers to $(${name}), which is set only below it, so the text stays as it is`, fix: `move ${name} above it`, related: [{ at: later, message: `${name} is set here` }] }
    : { at, message: `${holder} refers to $(${name}), which the container does not have, so the text stays as it is`, fix: `add ${name} to the container, or correct the name` };
}

function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(REFERENCE)].flatMap(([, name]) => (name && !OF_SERVICE.test(name) ? [name] : [])))];
}

/** The names that `envFrom` gives; undefined where one of its objects is not known. */
function namesFromWholes({ variablesFrom, workload }: Container, set: ManifestSet): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const { type, name, prefix } of variablesFrom) {
    const object = set.find(type === 'configMap' ? 'ConfigMap' : 'Secret', workload.namespace, name);
    const keys = object && keysOf(object, 'envFrom');
    if (!keys) return undefined;
    for (const key of keys) names.add(`${prefix}${key}`);
  }
  return names;
}
