import { ParsedPart, parsePart, PartProblem } from './parse-part';
import { ReadProblem } from './read-problem';
import { SourceDocument } from './source-document';
import { SourceText } from './source-text';
import { splitStream, StreamPart } from './split-stream';

/** The documents of a text and what is wrong with it. */
export interface ReadText {
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly ReadProblem[];
}

/** The parts of streams that were parsed before, by their text: trees of manifests repeat themselves. */
export type PartMemo = Map<string, ParsedPart>;

/** Reads a YAML or JSON text of any kind. Never throws: what is wrong becomes a problem, and the other documents are read. */
export function readText(file: string, text: string, memo: PartMemo = new Map()): ReadText {
  const source = new SourceText(file, text.startsWith('\ufeff') ? text.slice(1) : text);
  const documents: SourceDocument[] = [];
  const problems: ReadProblem[] = [...brokenCharacter(source)];
  for (const part of splitStream(source.text)) {
    const parsed = parsedOnce(part.text, memo);
    for (const document of parsed.documents) documents.push(new SourceDocument(source, part, document));
    for (const problem of [...contentBehindSeparator(part), ...parsed.problems]) {
      const { start, end, ...rest } = problem;
      if (rest.kind === 'template' && problems.some(({ kind }) => kind === 'template')) continue;
      problems.push({ ...rest, position: source.between(part.offset + start, part.offset + end) });
    }
  }
  return { documents, problems };
}

function parsedOnce(text: string, memo: PartMemo): ParsedPart {
  const known = memo.get(text);
  if (known) return known;
  const parsed = parsePart(text);
  memo.set(text, parsed);
  return parsed;
}

/** What stands where bytes were no UTF-8, here or in an editor before. */
function brokenCharacter(source: SourceText): ReadProblem[] {
  const at = source.text.indexOf('\ufffd');
  if (at < 0) return [];
  return [{
    kind: 'encoding',
    message: 'the character U+FFFD, which stands for bytes that are no UTF-8',
    fix: 'write the character that is meant, and the file as UTF-8',
    position: source.between(at, at + 1),
  }];
}

/** YAML allows what kubectl refuses here. */
function contentBehindSeparator({ text }: StreamPart): PartProblem[] {
  const content = /^---[ \t]+(?=[^\s#])/.exec(text)?.[0].length;
  if (content === undefined) return [];
  const [line] = text.split('\n', 1);
  return [{
    kind: 'syntax', message: 'content in the line of the separator ---, which kubectl refuses', fix: 'begin it in the next line', start: content, end: line.trimEnd().length,
  }];
}
