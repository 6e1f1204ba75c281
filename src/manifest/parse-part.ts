import { Document, Node } from 'yaml';
import { Json } from './json';
import { parseTrees } from './parse-trees';
import { ReadProblem } from './read-problem';
import { SyntaxFault, syntaxFault } from './syntax-fault';
import { templateOffset } from './template-offset';
import { TreeValue, treeValue } from './tree-value';

/** A document of a part, with the way back to its text. */
export interface ParsedDocument extends Pick<TreeValue, 'targets'> {
  readonly value: Json;
  readonly root: Node | null;
}

/** What is wrong with a part, and where; offsets count from its begin. */
export interface PartProblem extends Omit<ReadProblem, 'position'> {
  readonly start: number;
  readonly end: number;
}

/** What a part of a stream holds. */
export interface ParsedPart {
  readonly documents: readonly ParsedDocument[];
  readonly problems: readonly PartProblem[];
}

/** Characters that YAML does not allow anywhere. */
const CONTROL = /[^\P{Cc}\t\n\r\x85]|[\ufffe\uffff]/u;

/** Parses a part of a stream; it may hold several documents if they end with `...`. Never throws. */
export function parsePart(text: string): ParsedPart {
  const control = CONTROL.exec(text);
  if (control) return { documents: [], problems: [problemOf(text, { kind: 'syntax', start: control.index, ...CONTROL_FAULT })] };
  const parsed = parseTrees(text).map(tree => parsedTree(text, tree));
  return { documents: parsed.flatMap(({ documents }) => documents), problems: parsed.flatMap(({ problems }) => problems) };
}

const CONTROL_FAULT = { message: 'a control character, which YAML does not allow', fix: 'remove it, or write it as an escape sequence in double quotes' };

function parsedTree(text: string, tree: Document.Parsed): ParsedPart {
  const fault = syntaxFault(tree, text);
  if (fault) return { documents: [], problems: [problemOf(text, fault)] };
  const { value, faults, targets } = treeValue(tree.contents);
  const problems = faults.map(({ node, kind, message, fix }) => {
    const [start, end] = node.range ?? tree.range;
    return kind === 'syntax' || kind === 'excessive' ? problemOf(text, { kind, message, fix, start }, end) : { kind, message, fix, start, end };
  });
  return { documents: value === undefined || value === null ? [] : [{ value, root: tree.contents, targets }], problems };
}

function problemOf(text: string, { start, ...fault }: SyntaxFault, end = start + 1): PartProblem {
  const template = fault.kind === 'syntax' ? templateOffset(text, start) : undefined;
  return template === undefined ? { ...fault, start, end } : { ...TEMPLATE, start: template, end: template + 2 };
}

const TEMPLATE = {
  kind: 'template', message: 'the document is a template, no YAML, and was not checked', fix: 'render it, as with helm template, and check the result',
} as const;
