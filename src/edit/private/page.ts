import { Alias, isMap, isPair, isScalar, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { columnOf, lineEnd, lineStart } from './lines';
import { SourceDocument } from '../../manifest';

/** A map or a list. */
export type Collection = YAMLMap | YAMLSeq;

/** A pair of a map, or an item of a list. */
export type Member = Pair | Node;

/** Where a value hangs in the tree. */
export interface Slot {
  readonly parent: Collection;
  readonly member: Member;

  /** Undefined for a key alone. */
  readonly node?: Node;

  /** How many maps and lists there are around it. */
  readonly depth: number;
}

const known = new WeakMap<SourceDocument, Page>();

/** The text of a document, with the places of its nodes. */
export class Page {
  static of(document: SourceDocument): Page {
    const page = known.get(document) ?? new Page(document);
    known.set(document, page);
    return page;
  }

  readonly text: string;
  readonly root: Node | null;
  readonly targets: ReadonlyMap<Alias, Node>;

  /** The nodes that aliases stand for. */
  readonly shared: ReadonlySet<Node>;

  /** Where the text begins in that of the file. */
  readonly offset: number;
  private readonly slots = new Map<Member, Slot>();

  private constructor(readonly document: SourceDocument) {
    const { root, part: { offset }, targets } = document.tree;
    this.root = root;
    this.offset = offset;
    this.targets = targets;
    this.shared = new Set(targets.values());
    this.text = document.text.slice(offset);
    this.enter(root, 0);
  }

  /** The slot of a pair or an item, or of the value of a pair; undefined for the root. */
  slotOf(member: Member): Slot | undefined {
    return this.slots.get(member);
  }

  /** The map or list, and those around it. */
  around(collection: Collection): Collection[] {
    const parent = this.slotOf(collection)?.parent;
    return parent ? [collection, ...this.around(parent)] : [collection];
  }

  /** Where a pair or an item begins, with its `- ` or `? ` and the anchors and tags of its key. */
  startOf(parent: Collection, member: Member): number {
    return isPair(member) ? this.startOfPair(member) : parent.flow ? this.startOfValue(member) : this.dashOf(parent as YAMLSeq, member);
  }

  /** The offset behind the last character of a pair, an item or a value, without white space and comments behind it, and without what is gone. */
  endOf(member: Member, gone: ReadonlySet<Member> = new Set()): number {
    if (isPair(member)) return this.endOf((member.value ?? member.key) as Node, gone);
    const [start, end] = member.range!;
    if (start === end) return end - /[ \t]*$/.exec(this.text.slice(lineStart(this.text, end), end))![0].length;
    if (isScalar(member) && member.type?.startsWith('BLOCK')) return this.text.slice(0, end).endsWith('\n') ? lineEnd(this.text, lineStart(this.text, end - 1)) : end;
    if (!isCollection(member) || member.flow) return end;
    const parts = member.items as Member[];
    return this.endOf([...parts].reverse().find(part => !gone.has(part)) ?? parts[parts.length - 1], gone);
  }

  /** Behind the `:` of a pair or the `-` of an item. */
  behindIndicator({ parent, member }: Slot): number {
    if (!isPair(member)) return this.dashOf(parent as YAMLSeq, member) + 1;
    const key = member.key as Node;
    const colon = /^(?:\s|#[^\n]*\n)*:/.exec(this.text.slice(key.range![1], member.value ? (member.value as Node).range![0] : undefined));
    return key.range![1] + (colon?.[0].length ?? 0);
  }

  /** The column of the members of a map or a list in block style. */
  columnIn(collection: Collection): number {
    return columnOf(this.text, this.startOf(collection, collection.items[0] as Member));
  }

  private startOfPair({ key }: Pair): number {
    return this.startOfValue(key as Node, /(?:\?[ \t]+)?(?:[&!][^\s,[\]{}]*[ \t]+)*$/);
  }

  private startOfValue(node: Node, before = /(?:[&!][^\s,[\]{}]*\s+)*$/): number {
    const start = node.range![0];
    return start - before.exec(this.text.slice(lineStart(this.text, start), start))![0].length;
  }

  /** The items of a list in block style have their dashes below each other. */
  private dashOf(list: YAMLSeq, item: Node): number {
    const first = list.range![0];
    if (list.items[0] === item) return first;
    const column = columnOf(this.text, first);
    let start = lineStart(this.text, item.range![0]);
    while (start > first && !/^ *-(?=\s|$)/.test(this.text.slice(start, start + column + 2)) || this.text[start + column] !== '-') {
      start = lineStart(this.text, start - 1);
    }
    return start + column;
  }

  private enter(node: unknown, depth: number): void {
    if (!isCollection(node)) return;
    for (const member of node.items as Member[]) {
      const value = isPair(member) ? (member.value ?? undefined) as Node | undefined : member;
      const slot = { parent: node, member, node: value, depth };
      this.slots.set(member, slot);
      if (value) this.slots.set(value, slot);
      this.enter(value, depth + 1);
    }
  }
}

/** Whether a node is a map or a list. */
export function isCollection(node: unknown): node is Collection {
  return isMap(node) || node instanceof YAMLSeq;
}
