import { IConstruct } from 'constructs';

/**
 * The constructs of a tree, each after those that it depends on, in the order of the `DependencyGraph` of cdk8s, which takes the square of a chain's length.
 * @returns undefined where dependencies form a cycle, or an app depends on what is no part of it
 */
export function topologyOf(root: IConstruct): readonly IConstruct[] | undefined {
  const constructs = byPath(root);
  const targets = targetsIn(constructs);
  if (targets.size === 0) return constructs;
  const tree = new Set(constructs);
  const wanted = new Set([...targets.values()].flat());
  if (!root.node.scope && [...wanted].some(target => !tree.has(target))) return undefined;

  const sorted = new Set<IConstruct>();
  for (const construct of constructs) {
    if (!wanted.has(construct) && !visit(construct, each => (targets.get(each) ?? []).filter(target => tree.has(target)), sorted)) return undefined;
  }
  return sorted.size === tree.size ? [...sorted] : undefined;
}

function targetsIn(constructs: readonly IConstruct[]): Map<IConstruct, readonly IConstruct[]> {
  const targets = new Map<IConstruct, readonly IConstruct[]>();
  for (const construct of constructs) {
    const { dependencies } = construct.node;
    if (dependencies.length > 0) targets.set(construct, dependencies);
  }
  return targets;
}

/** Sorts what can be reached from a construct; without recursion, since chains of dependencies may be long. Whether no cycle was met. */
function visit(start: IConstruct, targetsOf: (construct: IConstruct) => readonly IConstruct[], sorted: Set<IConstruct>): boolean {
  const open = new Set<IConstruct>([start]);
  const stack = [{ construct: start, targets: targetsOf(start).values() }];
  while (stack.length > 0) {
    const { construct, targets } = stack[stack.length - 1];
    const { value: target, done } = targets.next();
    if (done) {
      stack.pop();
      open.delete(construct);
      sorted.add(construct);
    } else if (open.has(target)) {
      return false;
    } else if (!sorted.has(target)) {
      open.add(target);
      stack.push({ construct: target, targets: targetsOf(target).values() });
    }
  }
  return true;
}

/** All constructs, in the order of a JavaScript object by their paths: those that look like an array's index come first. */
function byPath(root: IConstruct): IConstruct[] {
  const constructs = root.node.findAll();
  const indexes = new Set(root.node.scope ? [] : root.node.children.filter(({ node }) => isArrayIndex(node.id)));
  return indexes.size === 0 ? constructs : [...indexes, ...constructs.filter(construct => !indexes.has(construct))];
}

function isArrayIndex(id: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(id) && Number(id) < 2 ** 32 - 1;
}
