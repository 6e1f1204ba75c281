import { isPlaceholder } from './tokens';

interface Node {
  readonly next: Map<string, Node>;
  end: boolean;
}

/** A set of subjects and patterns that answers whether one of them overlaps another: whether there is a literal subject that both match. */
export class SubjectIndex {
  private readonly root: Node = newNode();

  constructor(texts: Iterable<string>) {
    for (const text of texts) this.add(text);
  }

  /** Whether a message on some literal subject would match both `text` and a member of the set; placeholders match like `*`. */
  public overlaps(text: string): boolean {
    return reaches(this.root, matchTokens(text), 0);
  }

  private add(text: string): void {
    let node = this.root;
    for (const token of matchTokens(text)) {
      let next = node.next.get(token);
      if (!next) node.next.set(token, next = newNode());
      node = next;
    }
    node.end = true;
  }
}

function newNode(): Node {
  return { next: new Map(), end: false };
}

function matchTokens(text: string): string[] {
  return text.split('.').map(token => isPlaceholder(token) ? '*' : token);
}

function reaches(node: Node, tokens: string[], at: number): boolean {
  if (at === tokens.length) return node.end;
  const token = tokens[at];
  // Each node has members below it, so that > on either side finds a token to stand for.
  if (node.next.has('>') || (token === '>' && node.next.size > 0)) return true;
  for (const branch of token === '*' ? node.next.values() : [node.next.get(token), node.next.get('*')]) {
    if (branch && reaches(branch, tokens, at + 1)) return true;
  }
  return false;
}
