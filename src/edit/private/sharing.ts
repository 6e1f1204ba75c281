import { isAlias, isScalar, Node } from 'yaml';
import { FieldPath, fieldsOf, groupBy, Json, NodeStep, objectOf } from '../../manifest';
import { EditRefusal } from '../edit-refusal';
import { FieldEdit } from './field-edit';
import { Page } from './page';

/** Refuses a change of the members of a map or list that aliases show elsewhere too. */
export function refuseShared(page: Page, steps: readonly NodeStep[], holder: Node | undefined): void {
  const shared = sharedAmong(page, steps, holder);
  if (shared) throw sharedRefusal(page, shared, 'is used in several places by its alias, all of which this edit would change: write the value out where it is to differ');
}

/** The first node on the way that an alias stands for. */
function sharedAmong({ targets, shared }: Page, steps: readonly NodeStep[], last?: Node): Node | undefined {
  const nodes = [...steps.flatMap(({ parent, node }) => [parent, isAlias(node) ? targets.get(node) : node]), last];
  return nodes.find((node): node is Node => node !== undefined && shared.has(node));
}

/** Refuses to take away an anchor that an alias needs which stays. */
export function refuseLostAnchors(page: Page, gone: readonly Node[]): void {
  const isGone = ({ range }: Node): boolean => gone.some(node => node.range![0] <= range![0] && range![1] <= node.range![1]);
  for (const [alias, target] of page.targets) {
    if (isGone(target) && !isGone(alias)) throw sharedRefusal(page, target, 'would be gone, but an alias needs it: write the value out where the alias stands');
  }
}

function sharedRefusal(page: Page, node: Node, problem: string): EditRefusal {
  const { anchor } = node as { anchor: string };
  const start = page.text.lastIndexOf(`&${anchor}`, node.range![0]);
  return new EditRefusal(`the anchor &${anchor} ${problem}`, page.document.between(start, start + anchor.length + 1));
}

/** A replacement of a scalar in all places that show it: where it stands, and where aliases and merge keys do. */
export function inAllPlaces(page: Page, field: FieldEdit): FieldEdit[] {
  const { edit, path } = field;
  if (page.targets.size === 0 || edit.kind !== 'replace' || isNested(edit.value)) return [field];
  const node = nodeAt(page, path);
  if (!isScalar(node) || !sharedAmong(page, page.document.stepsTo(path))) return [field];
  return leavesByNode(page).get(node)!.map(leaf => ({ edit, path: leaf }));
}

const known = new WeakMap<Page, ReadonlyMap<Node | undefined, readonly FieldPath[]>>();

/** The paths of all fields that are no maps or lists, by the node that says what they hold. */
function leavesByNode(page: Page): ReadonlyMap<Node | undefined, readonly FieldPath[]> {
  const leaves = known.get(page) ?? groupBy(leavesOf(page.document.value, []), leaf => nodeAt(page, leaf));
  known.set(page, leaves);
  return leaves;
}

function nodeAt(page: Page, path: FieldPath): Node | undefined {
  const steps = page.document.stepsTo(path);
  const node = steps.length === path.length ? steps[steps.length - 1]?.node : undefined;
  return isAlias(node) ? page.targets.get(node) : node;
}

function leavesOf(value: Json, path: FieldPath): FieldPath[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => leavesOf(item, [...path, i]));
  const object = objectOf(value);
  return object ? fieldsOf(object).flatMap(([key, field]) => leavesOf(field, [...path, key])) : [path];
}

function isNested(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}
