import { isAlias, isMap, isScalar, isSeq, Node, Scalar, YAMLMap } from 'yaml';
import { FieldPath } from './field-path';
import { Json } from './json';
import { NodeStep, SourceTree } from './node-step';
import { ParsedDocument } from './parse-part';
import { Position } from './position';
import { SourceText } from './source-text';
import { StreamPart } from './split-stream';
import { isMergeKey, keyText } from './tree-value';
import { Within } from './within';
import { WrittenScalar } from './written-scalar';

/** One document of a YAML stream, with the way from a field to its line. */
export class SourceDocument {
  /** A document that nobody has written yet: everything stands at its begin. */
  static ofValue(file: string, value: Json): SourceDocument {
    return new SourceDocument(new SourceText(file, ''), { text: '', offset: 0 }, { value, root: null, targets: new Map() });
  }

  private readonly scalars = new Map<Scalar.Parsed, WrittenScalar>();

  constructor(
    private readonly source: SourceText,
    /** The part of the stream that it stands in. */
    private readonly part: StreamPart,
    private readonly parsed: ParsedDocument,
  ) {}

  /** The same text, taken to say another value. */
  withValue(value: Json): SourceDocument {
    return new SourceDocument(this.source, this.part, { ...this.parsed, value });
  }

  get file(): string {
    return this.source.file;
  }

  /** The whole text of the file. */
  get text(): string {
    return this.source.text;
  }

  get value(): Json {
    return this.parsed.value;
  }

  /** Where a field stands; where there is none, the nearest one above it. */
  position(path: FieldPath, { part = 'value', offset, length }: Within = {}): Position {
    const { node, key } = this.find(path);
    const shown = (part === 'key' ? key : undefined) ?? node ?? key;
    const [start, end] = shown?.range ?? this.parsed.root?.range ?? [0, 0];
    if (offset === undefined || !isScalar(shown)) return this.between(start, end);
    const scalar = shown as Scalar.Parsed;
    const wanted = scalar.source.slice(offset, length === undefined ? undefined : offset + length).split('\n', 1)[0];
    const at = this.writtenScalar(scalar, start, end).offsetOf(offset, wanted);
    return at === undefined ? this.between(start, end) : this.between(start + at, start + at + wanted.length);
  }

  /** A scalar as it is written, with its quotes; undefined for anything else. May be a Secret's. */
  written(path: FieldPath): string | undefined {
    const { node } = this.find(path);
    return isScalar(node) && node.range ? this.text.slice(this.part.offset + node.range[0], this.part.offset + node.range[1]) : undefined;
  }

  /** The nodes of the text, for those who change it. */
  get tree(): SourceTree {
    const { root, targets } = this.parsed;
    return { root, targets, part: this.part };
  }

  /** The nodes on the way to a field, the first below the root; where there is no such field, as far as they go. */
  stepsTo(path: FieldPath): readonly NodeStep[] {
    const steps: NodeStep[] = [];
    let node = this.target(this.parsed.root);
    for (const name of path) {
      const step = this.step(node, name);
      if (!step) break;
      steps.push(step);
      node = this.target(step.node);
    }
    return steps;
  }

  private writtenScalar(scalar: Scalar.Parsed, start: number, end: number): WrittenScalar {
    const known = this.scalars.get(scalar);
    if (known) return known;
    const made = new WrittenScalar(this.text.slice(this.part.offset + start, this.part.offset + end), scalar);
    this.scalars.set(scalar, made);
    return made;
  }

  private find(path: FieldPath): { readonly node?: Node; readonly key?: Node } {
    const steps = this.stepsTo(path);
    const last = steps[steps.length - 1];
    return last ? { node: this.target(last.node), key: last.pair?.key as Node | undefined } : { node: this.target(this.parsed.root) };
  }

  /** One step down: the pair of the map, or the item of the list. */
  private step(parent: unknown, step: string | number): NodeStep | undefined {
    if (isSeq<Node>(parent) && typeof step === 'number') {
      const node = parent.items[step];
      return node === undefined ? undefined : { parent, node };
    }
    return isMap(parent) ? this.inPairs(parent, `${step}`) : undefined;
  }

  /** The last pair of this key wins, merged ones included, as it does in the value. */
  private inPairs(parent: YAMLMap, name: string): NodeStep | undefined {
    for (let i = parent.items.length - 1; i >= 0; i--) {
      const pair = parent.items[i];
      if (isMergeKey(pair.key)) {
        const merged = this.merged(pair.value, name);
        if (merged) return merged;
      } else if (keyText(this.target(pair.key)) === name) {
        return { parent, pair, node: (pair.value ?? undefined) as Node | undefined };
      }
    }
    return undefined;
  }

  private merged(value: unknown, name: string): NodeStep | undefined {
    const source = this.target(value);
    for (const node of isSeq(source) ? source.items : [source]) {
      const found = this.step(this.target(node), name);
      if (found) return found;
    }
    return undefined;
  }

  private target(node: unknown): Node | undefined {
    return ((isAlias(node) ? this.parsed.targets.get(node) : node) ?? undefined) as Node | undefined;
  }

  /** The position of a part of the text; offsets count as those of the tree do. */
  between(start: number, end: number): Position {
    return this.source.between(this.part.offset + start, this.part.offset + end);
  }
}
