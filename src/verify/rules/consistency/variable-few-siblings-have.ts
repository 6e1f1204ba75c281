import { Observation } from '../../finding';
import { rule } from '../../rule';
import { briefly } from '../private/briefly';
import { familiesOf, Member, membersByVariable } from '../private/families';

const FEWEST_SIBLINGS = 4;

export const variableFewSiblingsHave = rule({
  code: 'CFG243',
  title: 'Only a few of the siblings that run the same program have a variable',
  severity: 'advice',
  reads: ['set', 'siblings', 'variables', 'workloads'],
  why: 'Where a third or less of the containers of one program set a variable and their other variables are the same, a change was begun and not finished, '
    + 'or a trial was left behind: the others run with the default.',
  repair: 'Set the variable in all of them, or remove it from the few. If they differ on purpose, suppress the finding with the reason.',
  source: '§10',
  check: function* (facts) {
    for (const { image, programs } of familiesOf(facts)) {
      for (const members of programs.values()) {
        if (members.length < FEWEST_SIBLINGS || members.some(({ complete }) => !complete)) continue;
        for (const { names, having } of rareVariables(members)) {
          if (having[0].container.workload.object.origin === 'files') yield observe(names, having, members, image);
        }
      }
    }
  },
});

/** Variables that the same few members have. */
interface RareVariables {
  readonly names: string[];
  readonly having: readonly Member[];
}

function rareVariables(members: readonly Member[]): RareVariables[] {
  const byVariable = membersByVariable(members);
  const common = [...byVariable.values()].filter(having => having.length * 3 >= members.length * 2).length;
  // Members that have more of their own than in common are instances with a role each.
  if (common * 2 < byVariable.size) return [];
  const numbers = new Map(members.map((member, i) => [member, i]));
  const byMembers = new Map<string, RareVariables>();
  for (const [name, having] of byVariable) {
    if (having.length * 3 > members.length) continue;
    const key = having.map(member => numbers.get(member)).join();
    const same = byMembers.get(key);
    if (same) same.names.push(name);
    else byMembers.set(key, { names: [name], having });
  }
  return [...byMembers.values()];
}

function observe(names: readonly string[], having: readonly Member[], members: readonly Member[], image: string): Observation {
  const few = new Set(having);
  const lacking = members.filter(member => !few.has(member));
  const [first, ...others] = having;
  const them = names.length > 1 ? 'them' : 'it';
  return {
    at: first.variables.get(names[0])!.entry.place,
    message: `only ${having.length} of ${members.length} containers that run the same program of image ${image} have ${names.join(', ')} `
      + `(${briefly(having.map(({ title }) => title))}); ${briefly(lacking.map(({ title }) => title))} lack ${them}`,
    fix: `set ${them} in the others too, or remove ${them} here`,
    related: others.map(({ variables, title }) => ({ at: variables.get(names[0])!.entry.place, message: `${names[0]} of ${title}` })),
  };
}
