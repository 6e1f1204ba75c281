import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

/** The objects that a dependency on a construct leads to. */
interface Group {
  readonly objects: readonly ApiObject[];

  /** Whether all of them have been handed out. */
  visited: boolean;

  /** Whether each of them is known to have a dependant. */
  wanted: boolean;
}

/**
 * What the constructs of a tree depend on: what they say themselves, and for objects, the objects that the constructs around them depend on.
 * An object and what it depends on are never paired, since that would take the square of their number.
 */
export class Dependencies {
  private readonly groups = new Map<IConstruct, Group>();
  private readonly dependants = new Set<IConstruct>();

  /**
   * @param nodes the constructs of the tree
   * @param sources those that depend on something
   */
  constructor(private readonly nodes: ReadonlySet<IConstruct>, sources: readonly IConstruct[]) {
    for (const source of sources) this.noteDependants(source);
  }

  public hasDependants(construct: IConstruct): boolean {
    return this.dependants.has(construct);
  }

  /** What a construct depends on, in the order in which cdk8s notes it, without what other constructs have been led to as a whole. */
  public* of(construct: IConstruct): Generator<IConstruct, undefined> {
    yield* this.targetsOf(construct);
    if (!ApiObject.isApiObject(construct)) return;
    for (const scope of scopesInChart(construct)) {
      for (const target of this.targetsOf(scope)) yield* this.inGroup(this.groupOf(target), construct);
    }
  }

  private* inGroup(group: Group, source: IConstruct): Generator<IConstruct> {
    if (group.visited) return;
    let others = true;
    for (const object of group.objects) {
      if (object === source) others = false;
      else yield object;
    }
    // A source that lies in the group itself is not visited yet, and may close a cycle.
    group.visited = others;
  }

  private targetsOf(construct: IConstruct): IConstruct[] {
    return construct.node.dependencies.filter(target => this.nodes.has(target));
  }

  private groupOf(construct: IConstruct): Group {
    let group = this.groups.get(construct);
    if (!group) {
      group = { objects: objectsBelow(construct), visited: false, wanted: false };
      this.groups.set(construct, group);
    }
    return group;
  }

  private noteDependants(source: IConstruct): void {
    const [first, second] = this.groupOf(source).objects;
    for (const target of this.targetsOf(source)) {
      this.dependants.add(target);
      const group = this.groupOf(target);
      if (!first || group.wanted) continue;
      for (const object of group.objects) if (object !== first || second) this.dependants.add(object);
      group.wanted = second !== undefined || !group.objects.includes(first);
    }
  }
}

/** The objects of a construct's chart that lie in the construct. */
function objectsBelow(construct: IConstruct): ApiObject[] {
  const chart = Chart.of(construct);
  return construct.node.findAll().filter(each => ApiObject.isApiObject(each) && Chart.of(each) === chart) as ApiObject[];
}

/** The constructs from the chart of a construct down to itself. */
function scopesInChart(construct: IConstruct): IConstruct[] {
  const { scopes } = construct.node;
  return scopes.slice(scopes.indexOf(Chart.of(construct)));
}
