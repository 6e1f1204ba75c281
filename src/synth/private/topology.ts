import { IConstruct } from 'constructs';
import { Dependencies } from './dependencies';

/**
 * The constructs of a tree, each after those that it depends on: the order of the `DependencyGraph` of cdk8s once it has made each object depend on the
 * objects that its construct depends on, of which there may be as many as pairs of objects.
 * @returns undefined where dependencies lead to themselves or into another app
 */
export function topologyOf(root: IConstruct): readonly IConstruct[] | undefined {
  const nodes = byPath(root);
  const sources = nodes.filter(({ node }) => node.dependencies.length > 0);
  if (sources.length === 0) return nodes;
  if (sources.some(({ node }) => node.dependencies.some(target => target.node.root !== root.node.root))) return undefined;

  const dependencies = new Dependencies(new Set(nodes), sources);
  const sorted = new Set<IConstruct>();
  for (const node of nodes) {
    if (!dependencies.hasDependants(node) && !visit(node, dependencies, sorted)) return undefined;
  }
  return sorted.size === nodes.length ? [...sorted] : undefined;
}

/** Sorts what can be reached from a construct; without recursion, since chains of dependencies may be long. Whether no cycle was met. */
function visit(start: IConstruct, dependencies: Dependencies, sorted: Set<IConstruct>): boolean {
  const open = new Set<IConstruct>([start]);
  const stack = [{ node: start, targets: dependencies.of(start) }];
  while (stack.length > 0) {
    const { node, targets } = stack[stack.length - 1];
    const { value: target, done } = targets.next();
    if (done) {
      stack.pop();
      open.delete(node);
      sorted.add(node);
    } else if (open.has(target)) {
      return false;
    } else if (!sorted.has(target)) {
      open.add(target);
      stack.push({ node: target, targets: dependencies.of(target) });
    }
  }
  return true;
}

/** All constructs, in the order of a JavaScript object by their paths: those that look like an array's index come first. */
function byPath(root: IConstruct): IConstruct[] {
  const nodes = root.node.findAll();
  const indexes = new Set(root.node.scope ? [] : root.node.children.filter(({ node }) => isArrayIndex(node.id)));
  return indexes.size === 0 ? nodes : [...indexes, ...nodes.filter(node => !indexes.has(node))];
}

function isArrayIndex(id: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(id) && Number(id) < 2 ** 32 - 1;
}
