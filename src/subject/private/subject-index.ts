import { isPlaceholder } from './tokens';

interface Node {
  readonly next: Map<string, Node>;

  /** The members that end here: several where they have placeholders. */
  readonly members: Set<string>;
}

/** A set of subjects and patterns that answers which of them overlap another: whether there is a literal subject that both match. */
export class SubjectIndex {
  private readonly root: Node = newNode();

  constructor(texts: Iterable<string>) {
    for (const text of texts) this.add(text);
  }

  /** Whether a message on some literal subject would match both `text` and a member of the set; placeholders match like `*`. */
  public overlaps(text: string): boolean {
    return !overlapping(this.root, matchTokens(text), 0).next().done;
  }

  /** The members of the set that a message which matches `text` may match too. */
  public overlapping(text: string): ReadonlySet<string> {
    return new Set(overlapping(this.root, matchTokens(text), 0));
  }

  private add(text: string): void {
    let node = this.root;
    for (const token of matchTokens(text)) {
      let next = node.next.get(token);
      if (!next) node.next.set(token, next = newNode());
      node = next;
    }
    node.members.add(text);
  }
}

function newNode(): Node {
  return { next: new Map(), members: new Set() };
}

function matchTokens(text: string): string[] {
  return text.split('.').map(token => isPlaceholder(token) ? '*' : token);
}

/** Some more than once. */
function* overlapping(node: Node, tokens: readonly string[], at: number): Generator<string> {
  if (at === tokens.length) {
    yield* node.members;
    return;
  }
  const token = tokens[at];
  const rest = node.next.get('>');
  if (rest) yield* membersFrom(rest);
  for (const branch of token === '*' || token === '>' ? node.next.values() : [node.next.get(token), node.next.get('*')]) {
    if (branch) yield* token === '>' ? membersFrom(branch) : overlapping(branch, tokens, at + 1);
  }
}

function* membersFrom(node: Node): Generator<string> {
  yield* node.members;
  for (const next of node.next.values()) yield* membersFrom(next);
}
