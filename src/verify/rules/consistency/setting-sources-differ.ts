import { Variable } from '../../facts/facts';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { briefly } from '../private/briefly';
import { familiesOf, Family, Member, membersByVariable } from '../private/families';

const FEWEST_SIBLINGS = 3;

const LITERAL = 'a literal';

export const settingSourcesDiffer = rule({
  code: 'CFG244',
  title: 'Siblings take the same setting from different sources',
  severity: 'warning',
  reads: ['set', 'siblings', 'variables', 'workloads'],
  why: 'A setting that stands in several places is changed in some of them: the siblings then run with different values, and nobody sees why. '
    + 'Reported are a setting that is a secret for some and plain for others, and the few that take a setting from another object or key than most.',
  repair: 'Keep the setting in one place, a ConfigMap unless it is a credential, and refer to it everywhere.',
  source: '§10',
  check: function* (facts) {
    for (const family of familiesOf(facts)) {
      for (const difference of differencesOf(family)) yield observe(difference);
    }
  },
});

/** Variables that the same members take from the same two sources. */
interface Difference {
  readonly names: string[];
  readonly few: Source;
  readonly most: Source;
}

/** Where members take a variable from. */
interface Source {
  readonly text: string;
  readonly members: Member[];
}

function differencesOf(family: Family): Difference[] {
  const found = new Map<string, Difference>();
  const reported = new Set<string>();
  const compare = (members: readonly Member[], sourceOf: (variable: Variable) => string | undefined): void => {
    for (const [name, having] of membersByVariable(members)) {
      const [most, ...others] = reported.has(name) ? [] : sourcesOf(name, having, sourceOf);
      for (const few of others) {
        if (isUnusual(few, most, having.length) && few.members.some(isLinted)) add(found, { names: [name], few, most });
      }
    }
  };
  compare(family.members, objectOf);
  for (const { names } of found.values()) names.forEach(name => reported.add(name));
  for (const members of family.programs.values()) compare(members, keyOf);
  return [...found.values()];
}

function add(found: Map<string, Difference>, difference: Difference): void {
  const { names: [name], few, most } = difference;
  const id = [few.text, most.text].join('\n').replaceAll(name, '*') + `\n${few.members.map(({ title }) => title).join()}`;
  const same = found.get(id);
  if (same) same.names.push(name);
  else found.set(id, difference);
}

/** The sources of a variable, the most common first. */
function sourcesOf(name: string, having: readonly Member[], sourceOf: (variable: Variable) => string | undefined): Source[] {
  const byText = new Map<string, Source>();
  for (const member of having) {
    const text = sourceOf(member.variables.get(name)!);
    if (text === undefined) continue;
    const source = byText.get(text);
    if (source) source.members.push(member);
    else byText.set(text, { text, members: [member] });
  }
  return [...byText.values()].sort((a, b) => b.members.length - a.members.length);
}

function objectOf({ source, from }: Variable): string | undefined {
  if (source === 'literal') return LITERAL;
  return from && `${source === 'secret' ? 'Secret' : 'ConfigMap'} ${from.name}`;
}

function keyOf(variable: Variable): string | undefined {
  return variable.from ? `key ${variable.from.key} of ${objectOf(variable)}` : objectOf(variable);
}

function isUnusual(few: Source, most: Source, having: number): boolean {
  if (isSecret(few) !== isSecret(most)) return true;
  // Programs of one image differ in the literals that they are given.
  if (few.text === LITERAL || most.text === LITERAL) return false;
  return having >= FEWEST_SIBLINGS && most.members.length * 3 >= having * 2;
}

function isSecret({ text }: Source): boolean {
  return /(?:^|of )Secret /.test(text);
}

function isLinted({ container }: Member): boolean {
  return container.workload.object.origin === 'files';
}

function observe({ names, few, most }: Difference): Observation {
  const [first, ...others] = few.members.filter(isLinted);
  const [name] = names;
  return {
    at: first.variables.get(name)!.entry.place,
    message: `${briefly(few.members.map(({ title }) => title))} ${few.members.length > 1 ? 'take' : 'takes'} ${names.join(', ')} from ${few.text}, `
      + `while of the same image ${most.members.length} take${most.members.length > 1 ? '' : 's'} ${names.length > 1 ? 'them' : 'it'} from ${most.text} `
      + `(${briefly(most.members.map(({ title }) => title))})`,
    fix: `take ${names.length > 1 ? 'them' : 'it'} from the same place everywhere`,
    related: [
      ...others.map(({ variables, title }) => ({ at: variables.get(name)!.entry.place, message: `${name} of ${title}` })),
      { at: most.members[0].variables.get(name)!.entry.place, message: `${name} of ${most.members[0].title}` },
    ],
  };
}
