import { isAlias, isMap, isScalar, isSeq, Node } from 'yaml';
import { FieldPath, formatPath, Json, NodeStep, plainScalar, textOf, valueAt } from '../../manifest';
import { InsertEdit, ReplaceEdit } from '../edit';
import { isPart, withField } from './edited-value';
import { FieldEdit } from './field-edit';
import { MemberChanges, NewMember } from './member-changes';
import { Collection, isCollection, Member, Page } from './page';
import { NOT_POSSIBLE, refusal } from './refusal';
import { refuseShared } from './sharing';

/** A part of a text that is to be replaced. */
export interface PartChange {
  readonly offset: number;
  readonly length: number;
  readonly value: string;
}

/** What edits of one document change, by its nodes. Edits that contradict each other are none of it. */
export class TreeChanges {
  readonly replaced = new Map<Member, Json>();
  readonly parts = new Map<Member, PartChange[]>();
  readonly renamed = new Map<Member, string>();
  private readonly removed = new Map<Collection, Set<Member>>();
  private readonly added = new Map<Collection, NewMember[]>();

  constructor(private readonly page: Page, edits: readonly FieldEdit[]) {
    edits.forEach(edit => this.enter(edit));
  }

  /** Maps and lists that lose or get members. */
  get members(): MemberChanges[] {
    return [...new Set([...this.removed.keys(), ...this.added.keys()])].map(collection => ({
      collection, removed: this.removed.get(collection) ?? new Set(), added: this.added.get(collection) ?? [],
    }));
  }

  private enter(field: FieldEdit): void {
    const { edit, path } = field;
    const steps = this.page.document.stepsTo(path);
    if (edit.kind === 'insert') return this.insert(field, edit, steps);
    if (steps.length < path.length) throw refusal(field, `${formatPath(edit.at.path)} is not there, so it cannot be ${edit.kind}d`);
    const last = steps[steps.length - 1];
    if (!last) throw refusal(field, 'the whole document cannot be edited: name a field of it');
    if (edit.kind === 'replace') return this.replace(field, edit, steps);
    refuseShared(this.page, steps.slice(0, -1), last.parent);
    if (edit.kind === 'remove') return this.remove(last);
    if (!last.pair) throw refusal(field, `${formatPath(edit.at.path)} is an item of a list, which has no key to rename`);
    if (this.page.document.stepsTo([...path.slice(0, -1), edit.key]).length === path.length && edit.key !== path[path.length - 1]) {
      throw refusal(field, `${formatPath(edit.at.path)} cannot become ${edit.key}, which is there already`);
    }
    this.renamed.set(last.pair, edit.key);
  }

  private replace(field: FieldEdit, { at, value }: ReplaceEdit, steps: readonly NodeStep[]): void {
    const last = steps[steps.length - 1];
    const target = isAlias(last.node) ? this.page.targets.get(last.node) : last.node;
    const isScalars = isScalar(target) && (value === null || typeof value !== 'object');
    if (!isScalars) refuseShared(this.page, steps.slice(0, -1), last.parent);
    const slot = isScalars && this.page.slotOf(target) || this.page.slotOf(memberOf(last))!;
    const before = valueAt(this.page.document.value, field.path);
    if (!isPart(at)) {
      if (JSON.stringify(before) !== JSON.stringify(value)) this.replaced.set(slot.member, value);
      return;
    }
    const text = textOf(before);
    const part = textOf(value);
    if (!isScalar(target) || text === undefined || part === undefined) throw refusal(field, `${formatPath(at.path)} is no text, so no part of it can be replaced`);
    const { offset = 0, length = text.length - offset } = at;
    if (offset + length > text.length) throw refusal(field, `${formatPath(at.path)} ends before the part that is to be replaced`);
    const parts = this.parts.get(slot.member) ?? [];
    if (!parts.some(other => other.offset === offset && other.length === length)) parts.push({ offset, length, value: part });
    this.parts.set(slot.member, parts);
  }

  private remove(step: NodeStep): void {
    this.removed.set(step.parent, (this.removed.get(step.parent) ?? new Set()).add(memberOf(step)));
  }

  private insert(field: FieldEdit, { at, value }: InsertEdit, steps: readonly NodeStep[]): void {
    const { path } = field;
    const isThere = steps.length === path.length;
    if (isThere && typeof path[path.length - 1] !== 'number') throw refusal(field, `${formatPath(at.path)} is there already: replace it`);
    const above = isThere ? steps.slice(0, -1) : steps;
    const holder = isThere ? steps[steps.length - 1].parent : this.holder(above);
    const rest = path.slice(above.length);
    refuseShared(this.page, above, holder);
    if (isCollection(holder) && holder.items.length > 0) return this.add(field, holder, rest, value);
    const last = above[above.length - 1];
    if (!last) throw refusal(field, NOT_POSSIBLE);
    const slot = this.page.slotOf(memberOf(last));
    const isFree = holder === undefined || isNull(holder) || (isCollection(holder) && isSeq(holder) === (typeof rest[0] === 'number'));
    if (!slot || !isFree) throw refusal(field, `${formatPath(at.path)} cannot be added: what is above it is no ${typeof rest[0] === 'number' ? 'list' : 'map'}`);
    this.replaced.set(slot.member, withField(this.replaced.get(slot.member), rest, value));
  }

  private holder(steps: readonly NodeStep[]): Node | undefined {
    const node = steps.length > 0 ? steps[steps.length - 1].node : this.page.root!;
    return isAlias(node) ? this.page.targets.get(node) : node;
  }

  private add(field: FieldEdit, collection: Collection, [step, ...rest]: FieldPath, value: Json): void {
    const problem = isMap(collection) ? problemInMap(step) : problemInList(step, collection.items.length);
    if (problem) throw refusal(field, `${formatPath(field.edit.at.path)} cannot be added: ${problem}`);
    const added = this.added.get(collection) ?? [];
    this.added.set(collection, added);
    const key = typeof step === 'string' ? step : undefined;
    const before = typeof step === 'number' && step < collection.items.length ? step : undefined;
    const same = added.findIndex(member => (key === undefined ? rest.length > 0 && member.before === before : member.key === key));
    const known = same < 0 ? null : { field: added[same].value };
    const { field: made } = withField(known, ['field', ...rest], value) as { readonly field: Json };
    added.splice(same < 0 ? added.length : same, 1, { key, before, value: made });
  }
}

function problemInMap(step: string | number): string | undefined {
  return typeof step === 'number' ? 'what is above it is a map, no list' : undefined;
}

function problemInList(step: string | number, length: number): string | undefined {
  const size = `${length} item${length === 1 ? '' : 's'}`;
  if (typeof step === 'string') return `what is above it is a list of ${size}, no map`;
  return step > length ? `the list has ${size}` : undefined;
}

function memberOf({ pair, node }: NodeStep): Member {
  return pair ?? node!;
}

function isNull(node: Node): boolean {
  return isScalar(node) && node.type === 'PLAIN' && plainScalar(node.source as string) === null;
}
