import { Observation } from '../../finding';
import { rule } from '../../rule';
import { briefly } from '../private/briefly';
import { familiesOf, Member, membersByVariable } from '../private/families';

const FEWEST_SIBLINGS = 3;

export const prefixDiffers = rule({
  code: 'SUB403',
  title: 'The subject prefix of a workload differs from that of its siblings',
  severity: 'warning',
  reads: ['set', 'siblings', 'variables', 'workloads'],
  why: 'The containers run the same program, and at least two thirds of them have subjects with the same beginning. What the others publish is heard by nobody who '
    + 'subscribes to the common prefix, and they hear nothing of the rest.',
  repair: 'Write the prefix of the siblings, best as one key of a ConfigMap. If the workload belongs to another environment, suppress the finding with the reason.',
  source: '§6',
  check: function* (facts) {
    for (const { programs } of familiesOf(facts)) {
      for (const members of programs.values()) {
        for (const [name, having] of membersByVariable(members)) {
          if (/^NATS_.*(?:PREFIX|SUBJECT|TOPIC)/.test(name)) yield* unusual(name, having);
        }
      }
    }
  },
});

function* unusual(name: string, having: readonly Member[]): Iterable<Observation> {
  const byPrefix = new Map<string, Member[]>();
  for (const member of having) {
    const value = member.variables.get(name)!.value;
    if (value === undefined) continue;
    const prefix = name.includes('PREFIX') ? value : value.split('.')[0];
    const same = byPrefix.get(prefix);
    if (same) same.push(member);
    else byPrefix.set(prefix, [member]);
  }
  const known = [...byPrefix.values()].flat().length;
  const [most, ...others] = [...byPrefix].sort(([, a], [, b]) => b.length - a.length);
  if (known < FEWEST_SIBLINGS || most[1].length * 3 < known * 2) return;
  for (const [prefix, members] of others) {
    const { variables, title, container } = members[0];
    if (container.workload.object.origin !== 'files') continue;
    yield {
      at: variables.get(name)!.valuePlace,
      message: `${name} of ${briefly(members.map(member => member.title))} begins with ${prefix}, while ${most[1].length} siblings of ${title} have ${most[0]}`,
      fix: `write ${most[0]}`,
      related: [{ at: most[1][0].variables.get(name)!.valuePlace, message: `${name} of ${most[1][0].title}` }],
    };
  }
}
