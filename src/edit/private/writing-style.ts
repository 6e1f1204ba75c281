import { isMap, isPair, isScalar, Node, Pair, Scalar } from 'yaml';
import { columnOf, isFirstInLine } from './lines';
import { Collection, isCollection, Member, Page } from './page';
import { plainScalar } from '../../manifest';

/** How new text is to be written so that it looks like what is beside it. */
export interface WritingStyle {
  /** How much deeper than its key a map stands. */
  readonly mapStep: number;

  /** How much deeper than its key a list stands. */
  readonly listStep: number;
  readonly quote: 'QUOTE_DOUBLE' | 'QUOTE_SINGLE';

  /** Undefined where the text is no JSON. */
  readonly json?: JsonStyle;

  /** Whether a space stands behind each `{`: so the nearest one, else most of them. */
  readonly padded: boolean;
}

/** How JSON is written. */
export interface JsonStyle {
  /** How much deeper than the line of its bracket a member stands; 0 where all is in one line. */
  readonly step: number;

  /** Whether a space stands behind a colon. */
  readonly spaced: boolean;
}

/** The style of a page, with what was found before. */
class PageStyle {
  readonly quote: WritingStyle['quote'];
  readonly json: JsonStyle | undefined;
  private readonly padded: boolean;
  private readonly steps = new Map<Collection, Steps>();

  constructor(private readonly page: Page) {
    const types = scalarsIn(page.root).map(({ type }) => type);
    const braces = flowMapsIn(page.root).map(map => this.isPadded(map));
    this.padded = braces.filter(padded => padded).length * 2 > braces.length;
    const count = (type: string): number => types.filter(other => other === type).length;
    this.quote = count('QUOTE_SINGLE') > count('QUOTE_DOUBLE') ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE';
    this.json = jsonStyle(page);
  }

  at(collection: Collection): WritingStyle {
    const { page, quote, json } = this;
    const around = page.around(collection);
    const nearest = around.find(({ flow, items }) => flow === true && items.length > 0);
    const padded = nearest ? this.isPadded(nearest) : this.padded;
    return { mapStep: this.step(around, 'map'), listStep: this.step(around, 'list'), quote, json, padded };
  }

  private isPadded({ range }: Collection): boolean {
    return this.page.text[range![0] + 1] === ' ';
  }

  /** That of the nearest map or list which shows one. */
  private step(around: readonly Collection[], kind: keyof Steps): number {
    const nearest = around.map(collection => this.stepsIn(collection)[kind]).find(counts => counts.size > 0) ?? new Map<number, number>([[2, 1]]);
    return [...nearest].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
  }

  private stepsIn(collection: Collection): Steps {
    const known = this.steps.get(collection);
    if (known) return known;
    const counts: Steps = { map: new Map(), list: new Map() };
    this.steps.set(collection, counts);
    if (!collection.flow) (collection.items as Member[]).forEach(member => this.count(collection, member, counts));
    return counts;
  }

  private count(parent: Collection, member: Member, counts: Steps): void {
    const value = isPair(member) ? member.value : member;
    if (!isCollection(value) || value.flow || value.items.length === 0) return;
    const own = counts[isMap(value) ? 'map' : 'list'];
    if (isPair(member)) add(own, this.page.columnIn(value) - columnOf(this.page.text, this.page.startOf(parent, member)), 1);
    const below = this.stepsIn(value);
    below.map.forEach((count, step) => add(counts.map, step, count));
    below.list.forEach((count, step) => add(counts.list, step, count));
  }
}

/** How often maps and lists stand so much deeper than their keys. */
interface Steps {
  readonly map: Map<number, number>;
  readonly list: Map<number, number>;
}

function add(counts: Map<number, number>, step: number, count: number): void {
  counts.set(step, (counts.get(step) ?? 0) + count);
}

const known = new WeakMap<Page, PageStyle>();

/** The style of a place: that of the nearest map or list around it which shows one. */
export function writingStyle(page: Page, at: Collection): WritingStyle {
  const style = known.get(page) ?? new PageStyle(page);
  known.set(page, style);
  return style.at(at);
}

function scalarsIn(node: unknown): Scalar[] {
  if (isScalar(node)) return [node];
  if (isPair(node)) return scalarsIn(node.value);
  return isCollection(node) ? (node.items as unknown[]).flatMap(scalarsIn) : [];
}

function flowMapsIn(node: unknown): Collection[] {
  if (isPair(node)) return flowMapsIn(node.value);
  if (!isCollection(node)) return [];
  const below = (node.items as unknown[]).flatMap(flowMapsIn);
  return isMap(node) && node.flow && node.items.length > 0 ? [node, ...below] : below;
}

function jsonStyle({ root, text }: Page): JsonStyle | undefined {
  if (!isMap(root) || !isJson(root)) return undefined;
  const [start] = (root.items[0].key as Node).range!;
  const [, end] = (root.items[0].key as Node).range!;
  return { step: isFirstInLine(text, start) ? columnOf(text, start) : 0, spaced: /^\s*: /.test(text.slice(end)) };
}

function isJson(node: unknown): boolean {
  if (isPair(node)) return isScalar(node.key) && node.key.type === 'QUOTE_DOUBLE' && isJson(node.value);
  if (isCollection(node)) return node.flow === true && (node.items as unknown[]).every(isJson);
  return isScalar(node) && (node.type === 'QUOTE_DOUBLE' || (node.type === 'PLAIN' && typeof plainScalar(node.source as string) !== 'string'));
}

/** Whether texts that could stand without quotes are quoted; not so where there are none. */
export function prefersQuotes(nodes: readonly (Node | null)[]): boolean {
  const types = nodes.flatMap(node => (isScalar(node) && typeof plainScalar(node.source as string) === 'string' ? [node.type] : []));
  return types.length > 0 && types.every(type => type?.startsWith('QUOTE'));
}

/** The values of a key in maps. */
export function valuesOf(key: string, maps: readonly unknown[]): (Node | null)[] {
  const pairs = maps.filter(isMap).flatMap(map => map.items as Pair<unknown, Node>[]);
  return pairs.filter(pair => isScalar(pair.key) && pair.key.source === key).map(({ value }) => value);
}
