import { Document, DocumentOptions, parseAllDocuments, ParseOptions, Scalar, Schema, SchemaOptions, visit } from 'yaml';
import { unclosedQuote } from './syntax-fault';
import { joinedQuotes } from './unindented-quotes';

/** All scalars stay texts: what kubectl takes them for is decided by `scalarValue`. */
const OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  schema: new Schema({ schema: 'failsafe' }), version: '1.1', prettyErrors: false, uniqueKeys: false, resolveKnownTags: false,
};

/** So many quoted scalars that go on at the first column are accepted: for each the text is parsed anew. */
const UNINDENTED_LIMIT = 20;

/** The trees of a text, with the faults that kubectl finds too. */
export function parseTrees(text: string): readonly Document.Parsed[] {
  const trees = treesOf(text);
  return firstUnclosed(trees) === undefined ? trees : withUnindentedQuotes(text, trees) ?? trees;
}

function treesOf(text: string): readonly Document.Parsed[] {
  const trees = parseAllDocuments(text, OPTIONS);
  return 'empty' in trees ? [] : trees;
}

/** The trees with each unindented quoted scalar read as kubectl does; undefined where there are other faults. */
function withUnindentedQuotes(text: string, faulty: readonly Document.Parsed[]): readonly Document.Parsed[] | undefined {
  const values = new Map<number, string>();
  let [joined, trees] = [text, faulty];
  for (let start = firstUnclosed(trees); start !== undefined; start = firstUnclosed(trees)) {
    const next = values.size < UNINDENTED_LIMIT ? joinedQuotes(joined, start) : undefined;
    if (!next) return undefined;
    values.set(start, next.value);
    joined = next.text;
    trees = treesOf(joined);
  }
  trees.forEach(tree => visit(tree, {
    Scalar: (_, node) => {
      const value = values.get(node.range?.[0] ?? -1);
      if (value !== undefined) Object.assign(node, { value, source: value, type: Scalar.QUOTE_DOUBLE });
    },
  }));
  return trees.every(({ errors }) => errors.length === 0) ? trees : undefined;
}

function firstUnclosed(trees: readonly Document.Parsed[]): number | undefined {
  const faulty = trees.find(({ errors }) => errors.length > 0);
  return faulty && unclosedQuote(faulty);
}
