import { isPair, isSeq, Node, Pair, Scalar } from 'yaml';
import { Json, SourceDocument } from '../../manifest';
import { Splice } from '../splice';
import { changeBlock } from './block-members';
import { FieldEdit, uniqueFields } from './field-edit';
import { changeFlow } from './flow-members';
import { NewMember } from './member-changes';
import { keyText } from './new-text';
import { Collection, Page } from './page';
import { PageSplice } from './page-splice';
import { NOT_POSSIBLE, refusal } from './refusal';
import { refuseConflicts } from './refuse-conflicts';
import { replaceParts } from './replace-part';
import { replaceValue } from './replace-splice';
import { inAllPlaces, refuseLostAnchors } from './sharing';
import { TreeChanges } from './tree-changes';
import { writingStyle } from './writing-style';

/** What edits make of a document. */
export interface DocumentSplices {
  readonly document: SourceDocument;

  /** The edits in all places that they reach. */
  readonly fields: readonly FieldEdit[];
  readonly splices: readonly Splice[];
}

/** The replacements of text that make edits of one document. */
export function documentSplices(document: SourceDocument, edits: readonly FieldEdit[]): DocumentSplices {
  const page = Page.of(document);
  if (!page.root) throw refusal(edits[0], 'the object stands in no file, so it cannot be edited');
  const fields = uniqueFields(edits.flatMap(edit => inAllPlaces(page, edit)));
  refuseConflicts(fields);
  const changes = new TreeChanges(page, uniqueFields(edits));
  if (changes.members.some(({ collection, removed }) => collection === page.root && removed.size === collection.items.length)) {
    throw refusal(edits[0], 'the document would lose all that it holds: remove the document by hand');
  }
  const splices = splicesOfChanges(page, changes)
    .sort((a, b) => a.start - b.start || a.end - b.end || b.depth - a.depth);
  const apart = withoutOverlaps(splices);
  if (!apart) throw refusal(edits[0], NOT_POSSIBLE);
  const { file } = document;
  return { document, fields, splices: apart.map(({ start, end, text }) => ({ file, start: page.offset + start, end: page.offset + end, text })) };
}

/** Lines that two replacements take away go once; undefined where two replacements change the same. */
function withoutOverlaps(splices: readonly PageSplice[]): PageSplice[] | undefined {
  const apart: PageSplice[] = [];
  for (const splice of splices) {
    const before = apart[apart.length - 1];
    if (!before || before.end <= splice.start) apart.push(splice);
    else if (before.text === '' && splice.text === '') apart[apart.length - 1] = { ...before, end: Math.max(before.end, splice.end) };
    else return undefined;
  }
  return apart;
}

/** New values come before new members: these stand behind the lines of the values. */
function splicesOfChanges(page: Page, changes: TreeChanges): PageSplice[] {
  const gone = new Set(changes.members.flatMap(({ removed }) => [...removed]));
  const emptied = changes.members.filter(({ collection, removed }) => removed.size === collection.items.length);
  const others = changes.members.filter(({ collection, removed }) => removed.size < collection.items.length);
  const splices = [
    ...[...changes.replaced].flatMap(([member, value]) => replaceValue(page, page.slotOf(member)!, value, changes.renamed.get(member))),
    ...[...changes.parts].flatMap(([member, parts]) => replaceParts(page, page.slotOf(member)!, parts)),
    ...[...changes.renamed].map(([member, key]) => renameKey(page, member as Pair, key)),
    ...emptied.flatMap(({ collection, added }) => replaceValue(page, page.slotOf(collection)!, valueOf(collection, added))),
    ...others.flatMap(change => (change.collection.flow ? changeFlow : changeBlock)(page, change, gone)),
  ];
  refuseLostAnchors(page, goneFrom(page, changes));
  return splices;
}

function valueOf(collection: Collection, members: readonly NewMember[]): Json {
  return isSeq(collection) ? members.map(({ value }) => value) : Object.fromEntries(members.map(({ key, value }) => [key, value]));
}

/** The nodes that go, with the anchors in them. A scalar in the place of another keeps its anchor. */
function goneFrom(page: Page, { members, replaced }: TreeChanges): Node[] {
  const removed = members.flatMap(change => [...change.removed]).flatMap(member => (isPair(member) ? [member.key, member.value] : [member]));
  const exchanged = [...replaced].flatMap(([member, value]) => (typeof value === 'object' && value !== null ? [page.slotOf(member)!.node] : []));
  return [...removed, ...exchanged].filter((node): node is Node => node !== undefined && node !== null);
}

function renameKey(page: Page, pair: Pair, name: string): PageSplice {
  const { parent, depth } = page.slotOf(pair)!;
  const key = pair.key as Scalar.Parsed;
  const [start, end] = key.range;
  return { start, end, text: keyText(name, writingStyle(page, parent), key.type as Scalar.Type), depth };
}
