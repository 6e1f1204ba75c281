import { programOf } from './program';
import { append, Container, ManifestSet } from '../../../manifest';
import { Facts, Variable } from '../../facts/facts';

/** A container among those that run the same image. */
export interface Member {
  readonly container: Container;

  /** `Kind name`, as messages call it. */
  readonly title: string;
  readonly variables: ReadonlyMap<string, Variable>;

  /** Whether all its variables are known: each object of its `envFrom` is. */
  readonly complete: boolean;

  /** What it runs of the image; empty where the image decides. */
  readonly program: string;
}

/** Containers of workloads in one namespace that run the same image repository. */
export interface Family {
  readonly image: string;
  readonly members: readonly Member[];

  /** The members by what they run of the image. */
  readonly programs: ReadonlyMap<string, readonly Member[]>;
}

/** What families are made of. */
type FamilyFacts = Pick<Facts, 'set' | 'siblings' | 'variables' | 'workloads'>;

/**
 * The families among the main containers; of an object that is defined twice, the definition that apply leaves behind.
 * A container whose image nobody shares belongs to the family that runs the same module: the image was renamed in a part of the manifests.
 */
export function familiesOf(facts: FamilyFacts): Family[] {
  const membersOf = (containers: readonly Container[]): Member[] =>
    containers.filter(container => counts(container, facts.set)).map(container => memberOf(container, facts));
  const groups = facts.siblings.map(({ image, containers }) => ({ image, members: membersOf(containers) }));
  const related = new Set(facts.siblings.flatMap(({ containers }) => containers));
  const byModule = new Map(groups.flatMap(group => group.members.filter(runsModule).map(member => [moduleId(member), group])));
  for (const member of membersOf(facts.workloads.flatMap(({ containers }) => containers).filter(container => !related.has(container)))) {
    if (runsModule(member)) byModule.get(moduleId(member))?.members.push(member);
  }
  return groups.filter(({ members }) => members.length > 1).map(group => ({ ...group, programs: byProgram(group.members) }));
}

function runsModule({ program }: Member): boolean {
  return / -(?:m|jar) /.test(program);
}

function moduleId({ container, program }: Member): string {
  return `${container.workload.namespace} ${program}`;
}

/** The members that have each variable, in the order of its first appearance. */
export function membersByVariable(members: readonly Member[]): Map<string, Member[]> {
  const having = new Map<string, Member[]>();
  for (const member of members) {
    for (const name of member.variables.keys()) {
      append(having, name, member);
    }
  }
  return having;
}

function counts({ list, workload: { object } }: Container, set: ManifestSet): boolean {
  return list === 'containers' && set.find(object.kind, object.namespace, object.name) === object;
}

function memberOf(container: Container, { variables, set }: Pick<Facts, 'variables' | 'set'>): Member {
  const { workload } = container;
  return {
    container,
    title: `${workload.kind} ${workload.name}`,
    variables: new Map(variables(container).map(variable => [variable.name, variable])),
    complete: container.variablesFrom.every(({ type, name }) => set.find(type === 'secret' ? 'Secret' : 'ConfigMap', workload.namespace, name)),
    program: programOf(container),
  };
}

function byProgram(members: readonly Member[]): Map<string, Member[]> {
  const programs = new Map<string, Member[]>();
  for (const member of members) {
    const same = programs.get(member.program);
    if (same) same.push(member);
    else programs.set(member.program, [member]);
  }
  return programs;
}
