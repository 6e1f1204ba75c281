import { Observation } from '../../finding';
import { rule } from '../../rule';
import { briefly } from '../private/briefly';
import { familiesOf, Family, Member, membersByVariable } from '../private/families';

const FEWEST_SIBLINGS = 3;

export const variableSiblingsHave = rule({
  code: 'CFG242',
  title: 'A workload lacks variables that its siblings have',
  severity: 'warning',
  reads: ['set', 'siblings', 'variables', 'workloads'],
  why: 'Siblings are containers of the same image in one namespace. Where at least two thirds of them set a variable, the others were most likely forgotten '
    + 'when it was added: the program falls back to a default, such as another server or no connection at all, and nothing fails visibly. '
    + 'Containers that run different programs of an image are compared only as far as one of the same program has the variable, or the image decides what runs.',
  repair: 'Set the variables as the siblings do. If the workload does without them on purpose, suppress the finding with the reason.',
  source: '§10',
  check: function* (facts) {
    for (const family of familiesOf(facts)) {
      for (const [member, lack] of lacksOf(family)) yield observe(member, lack, family.image);
    }
  },
});

/** What one member lacks, and who has it. */
interface Lack {
  readonly names: Set<string>;
  readonly having: Set<Member>;

  /** One that has the first of the names. */
  readonly example: Member;
}

function lacksOf(family: Family): Map<Member, Lack> {
  const lacks = new Map<Member, Lack>();
  for (const members of family.programs.values()) {
    for (const common of commonVariables(members)) add(lacks, common, () => true);
  }
  for (const common of commonVariables(family.members)) {
    const programs = new Set(common.having.map(({ program }) => program));
    if (programs.size > 1) add(lacks, common, ({ program }) => program === '' || programs.has(program));
  }
  return lacks;
}

/** A variable that most of some members have, and not all. */
interface CommonVariable {
  readonly name: string;
  readonly having: readonly Member[];
  readonly lacking: readonly Member[];
}

/** The variables that two thirds of at least three members have; a member of which not all variables are known counts only where it has one. */
function commonVariables(members: readonly Member[]): CommonVariable[] {
  const complete = members.filter(member => member.complete).length;
  return [...membersByVariable(members)].flatMap(([name, having]) => {
    const known = complete + having.filter(member => !member.complete).length;
    if (known < FEWEST_SIBLINGS || having.length === known || having.length * 3 < known * 2) return [];
    return [{ name, having, lacking: members.filter(member => member.complete && !member.variables.has(name)) }];
  });
}

function add(lacks: Map<Member, Lack>, { name, having, lacking }: CommonVariable, applies: (member: Member) => boolean): void {
  for (const member of lacking) {
    if (member.container.workload.object.origin !== 'files' || !applies(member)) continue;
    const lack = lacks.get(member) ?? { names: new Set(), having: new Set(), example: having[0] };
    lack.names.add(name);
    for (const other of having) lack.having.add(other);
    lacks.set(member, lack);
  }
}

function observe({ container, title }: Member, { names, having, example }: Lack, image: string): Observation {
  const siblings = [...having].map(other => other.title);
  const [name] = names;
  return {
    at: container.workload.object.at(...container.path, 'name'),
    message: `container ${container.name} of ${title} lacks ${[...names].join(', ')}, which its siblings of image ${image} have (${briefly(siblings)})`,
    fix: `set ${names.size > 1 ? 'them' : 'it'} as ${example.title} does`,
    related: [{ at: example.variables.get(name)!.entry.place, message: `${name} of ${example.title}` }],
  };
}
