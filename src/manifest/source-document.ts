import { isAlias, isMap, isScalar, isSeq, Node, Pair, Scalar } from 'yaml';
import { FieldPath } from './field-path';
import { Json } from './json';
import { ParsedDocument } from './parse-part';
import { Position } from './position';
import { SourceText } from './source-text';
import { isMergeKey, keyText } from './tree-value';
import { Within } from './within';
import { WrittenScalar } from './written-scalar';

/** One document of a YAML stream, with the way from a field to its line. */
export class SourceDocument {
  /** A document that nobody has written yet: everything stands at its begin. */
  static ofValue(file: string, value: Json): SourceDocument {
    return new SourceDocument(new SourceText(file, ''), 0, { value, root: null, targets: new Map() });
  }

  private readonly scalars = new Map<Scalar.Parsed, WrittenScalar>();

  constructor(
    private readonly source: SourceText,
    /** Where its part of the stream begins. */
    private readonly offset: number,
    private readonly parsed: ParsedDocument,
  ) {}

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
    return isScalar(node) && node.range ? this.text.slice(this.offset + node.range[0], this.offset + node.range[1]) : undefined;
  }

  private writtenScalar(scalar: Scalar.Parsed, start: number, end: number): WrittenScalar {
    const known = this.scalars.get(scalar);
    if (known) return known;
    const made = new WrittenScalar(this.text.slice(this.offset + start, this.offset + end), scalar);
    this.scalars.set(scalar, made);
    return made;
  }

  private find(path: FieldPath): { readonly node?: Node; readonly key?: Node } {
    let node = this.target(this.parsed.root);
    let key: Node | undefined;
    for (const step of path) {
      const next = this.step(node, step);
      if (!next) break;
      node = this.target(next.value);
      key = next.key;
    }
    return { node, key };
  }

  /** One step down: the pair of the map, or the item of the list. */
  private step(node: unknown, step: string | number): { readonly key?: Node; readonly value: unknown } | undefined {
    if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      return item === undefined ? undefined : { value: item };
    }
    return isMap(node) ? this.inPairs(node.items, `${step}`) : undefined;
  }

  /** The last pair of this key wins, merged ones included, as it does in the value. */
  private inPairs(pairs: readonly Pair[], name: string): { readonly key?: Node; readonly value: unknown } | undefined {
    for (let i = pairs.length - 1; i >= 0; i--) {
      const { key, value } = pairs[i];
      if (isMergeKey(key)) {
        const merged = this.merged(value, name);
        if (merged) return merged;
      } else if (keyText(this.target(key)) === name) {
        return { key: key as Node, value };
      }
    }
    return undefined;
  }

  private merged(value: unknown, name: string): { readonly key?: Node; readonly value: unknown } | undefined {
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

  private between(start: number, end: number): Position {
    return this.source.between(this.offset + start, this.offset + end);
  }
}
