import { Container, ManifestObject } from '../../../manifest';
import { Variable } from '../../facts/facts';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { containersOf } from '../private/containers';
import { isNatsServer } from '../private/image-name';
import { isNeverReady } from '../private/never-ready';
import { Offer, offeredKeys, Offers, soleOffers } from '../private/offers';
import { groupOf, needOf, SettingGroup } from '../private/setting-groups';
import { Sharers } from '../private/sharers';

export const settingGroupIncomplete = rule({
  code: 'CFG245',
  title: 'A container takes some settings of a group and leaves out others that are offered beside them',
  severity: 'warning',
  reads: ['referencesTo', 'set', 'variables', 'workloads'],
  why: 'The settings for NATS, for OpenTelemetry and for a database belong together: a program with `NATS_URL` but without `NATS_ENABLED` or the subject prefix '
    + 'runs with defaults of its own and talks to the wrong subjects; an exporter without its headers is refused by the collector. '
    + 'Looked at are the keys of the group that ConfigMaps and Secrets of the namespace hold for everybody: those in the cluster, and those that another workload takes. '
    + 'A `NATS_*` literal counts as taken where a ConfigMap that programs share has its key.',
  repair: 'Take the other keys of the group from the same ConfigMap or Secret. If the program does not read them, suppress the finding with the reason.',
  source: '§6',
  check: function* (facts) {
    const offers = new Offers(facts);
    const sharers = new Sharers(offers, facts);
    for (const container of containersOf(facts.workloads)) {
      if (container.list !== 'containers' || isNeverReady(container.workload)) continue;
      const variables = facts.variables(container);
      for (const [group, taken] of byGroup(variables)) {
        const missing = missingOf({ group, taken, variables }, offers, sharers);
        if (missing.length > 0) yield observe(container, group, taken, missing);
      }
    }
  },
});

/** The variables of a container that belong to groups, by their name or by the key that they take. */
function byGroup(variables: readonly Variable[]): Map<SettingGroup, Variable[]> {
  const found = new Map<SettingGroup, Variable[]>();
  for (const variable of variables) {
    const group = groupOf(variable.name) ?? groupOf(variable.from?.key ?? '');
    const taken = group && found.get(group);
    if (taken) taken.push(variable);
    else if (group) found.set(group, [variable]);
  }
  return found;
}

/** What a container takes of a group, and the variables of the container. */
interface Taking {
  readonly group: SettingGroup;
  readonly taken: readonly Variable[];
  readonly variables: readonly Variable[];
}

function missingOf({ group, taken, variables }: Taking, offers: Offers, sharers: Sharers): Offer[] {
  const beside = group.literals ? sharersOf(taken.filter(({ source }) => source === 'literal'), group, sharers) : [];
  const names = taken.flatMap(({ name, from }) => [name, from?.key ?? name]);
  const takesNone = beside.length === 0 && !taken.some(({ from }) => from?.object);
  if (takesNone || names.some(name => group.instead?.test(name))) return [];
  const met = new Set(names.map(needOf));
  const inUse = new Set([...variables.flatMap(({ from }) => from?.object ?? []), ...beside]);
  const inReach = group.anywhere ? offers.soleMatching(taken[0].container.workload.namespace, group.keys) : offers.matchingOf(inUse, group.keys);
  const offered = inReach.filter(({ key }) => !group.optional.test(key));
  const missing = soleOffers(offered).filter(({ key }) => !met.has(needOf(key)));
  return taken.length >= offered.length * group.least ? missing : [];
}

/** The ConfigMaps that hold what a container has as literals, and are meant for it. */
function sharersOf(literals: readonly Variable[], { keys }: SettingGroup, sharers: Sharers): ManifestObject[] {
  return literals.filter(({ container, name }) => !isNatsServer(container.image) && keys.test(name))
    .flatMap(({ name, container: { workload } }) => sharers.of(workload, { key: name, pattern: keys }));
}

function observe({ name, workload }: Container, group: SettingGroup, taken: readonly Variable[], missing: readonly Offer[]): Observation {
  const holders = [...new Set(missing.map(({ object }) => `${object.kind} ${object.name}`))];
  return {
    at: taken[0].entry.place,
    message: `container ${name} of ${workload.kind} ${workload.name} ${taken.some(({ from }) => from) ? 'takes' : 'sets'} ${taken.map(variable => variable.name).join(', ')} but not `
      + `${missing.map(({ key }) => key).join(', ')}, which ${holders.join(' and ')} offer${holders.length > 1 ? '' : 's'}`,
    fix: `take the whole ${group.what} group: add ${offeredKeys(missing)}`,
    related: missing.filter(({ object }) => object.origin === 'files').map(({ key, object }) => ({ at: object.at('data', key), message: `${key} is offered here` })),
  };
}
