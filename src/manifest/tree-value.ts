import { Alias, isAlias, isMap, isScalar, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { fieldsOf, Json, JsonObject } from './json';
import { ScalarFault, scalarValue } from './scalar-value';

/** Deeper documents are not read: no manifest is, and whoever walks one recursively would fail. */
const DEPTH_LIMIT = 200;

/** A fault in the tree of a document. */
export interface TreeFault {
  readonly kind: 'syntax' | 'excessive' | 'duplicate-key' | 'repeated-key' | 'changed-key';
  readonly message: string;
  readonly fix: string;
  readonly node: Node;
}

/** A document as kubectl sends it to the API server. */
export interface TreeValue {
  /** Undefined where the document cannot be read. */
  readonly value?: Json;
  readonly faults: readonly TreeFault[];

  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>;
}

/** Turns the tree of a document into JSON. The first fault that keeps it from being read ends the reading. */
export function treeValue(root: Node | null): TreeValue {
  const reader = new TreeReader();
  const value = reader.value(root, 0);
  return { value: reader.failed ? undefined : value, faults: reader.faults, targets: reader.targets };
}

/** A node with an anchor; its value is undefined while it is being read. */
interface Anchored {
  readonly node: Node;
  value?: Json;
  size: number;
  height: number;
}

class TreeReader {
  readonly faults: TreeFault[] = [];
  readonly targets = new Map<Alias, Node>();
  failed = false;
  private readonly anchors = new Map<string, Anchored>();

  /** Nodes read, those that an alias stands for counted again for each. */
  private size = 0;
  private aliased = 0;

  /** The deepest level below the innermost anchor. */
  private deepest = 0;

  value(node: unknown, depth: number): Json {
    if (node === null || node === undefined || this.failed) return null;
    this.size++;
    if (isAlias(node)) return this.alias(node, depth);
    if (!this.descend(node as Node, depth)) return null;
    const { anchor } = node as { anchor?: string };
    return anchor === undefined ? this.content(node, depth) : this.anchored(node as Node, anchor, depth);
  }

  private descend(node: Node, depth: number): boolean {
    if (depth > this.deepest) this.deepest = depth;
    if (depth > DEPTH_LIMIT) this.fail(node, 'excessive', `the document is nested more than ${DEPTH_LIMIT} levels deep`, 'make it flatter');
    return !this.failed;
  }

  private anchored(node: Node, anchor: string, depth: number): Json {
    const before = { size: this.size, deepest: this.deepest };
    const anchored: Anchored = { node, size: 1, height: 0 };
    this.anchors.set(anchor, anchored);
    this.deepest = depth;
    anchored.value = this.content(node, depth);
    anchored.size += this.size - before.size;
    anchored.height = this.deepest - depth;
    this.deepest = Math.max(this.deepest, before.deepest);
    return anchored.value;
  }

  private content(node: unknown, depth: number): Json {
    if (isScalar(node)) return this.scalar(node);
    if (isMap(node)) return this.map(node, depth);
    return (node as YAMLSeq).items.map(item => this.value(item, depth + 1));
  }

  private scalar(node: Scalar): Json {
    const value = scalarValue(node as Scalar.Parsed);
    return value instanceof ScalarFault ? this.fail(node, 'syntax', value.message, 'write a value that JSON knows, or quote it') : value;
  }

  private alias(node: Alias, depth: number): Json {
    const { source } = node;
    const anchored = this.anchors.get(source);
    if (!anchored) return this.fail(node, 'syntax', `the alias *${source} has no anchor before it`, `put &${source} before the value that is meant, or quote the text`);
    if (anchored.value === undefined) return this.fail(node, 'syntax', `the value of the anchor &${source} contains itself`, 'write the value out');
    this.targets.set(node, anchored.node);
    this.size += anchored.size;
    this.aliased += anchored.size;
    if (isExcessive(this.size, this.aliased)) return this.fail(node, 'excessive', 'the aliases stand for far more than is written', 'write the values out');
    return this.descend(node, depth + anchored.height) ? anchored.value : null;
  }

  private map(node: YAMLMap, depth: number): JsonObject {
    const object: Record<string, Json> = {};
    const replaceable = new Set<string>();
    for (const pair of node.items) {
      if (isMergeKey(pair.key)) {
        this.merge(object, replaceable, pair, depth);
        continue;
      }
      const key = this.key(pair.key);
      if (key === undefined) continue;
      const value = this.value(pair.value, depth + 1);
      if (hasOwn(object, key) && !replaceable.has(key)) {
        replaceable.add(key);
        this.duplicate(pair.key as Node, key, value, object[key]);
      }
      setOwn(object, key, value);
    }
    return object;
  }

  private key(node: unknown): string | undefined {
    this.size++;
    const target = isAlias(node) ? this.anchors.get(node.source)?.node : node as Node;
    if (isAlias(node) && target) this.targets.set(node, target);
    const text = keyText(target);
    if (text !== undefined && isScalar(node) && node.anchor !== undefined) this.anchors.set(node.anchor, { node, value: text, size: 1, height: 0 });
    if (text !== undefined) {
      if (isScalar(node) && text !== node.source) this.changedKey(node, text);
      return text;
    }
    this.fail(node as Node, 'syntax', 'the key of a map is no text', 'quote it, and quote a value that begins with { or [ and is a text');
    return undefined;
  }

  /** kubectl lets what is merged win over what stands before it in the map. */
  private merge(object: Record<string, Json>, replaceable: Set<string>, { key, value: node }: Pair, depth: number): void {
    const value = this.value(node, depth + 1);
    const sources = Array.isArray(value) ? [...value].reverse() : [value];
    for (const source of sources) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) {
        this.fail(key as Node, 'syntax', 'the merge key << has a value that is no map', 'give it the alias of a map, or a list of such');
        return;
      }
      for (const [name, part] of fieldsOf(source as JsonObject)) {
        setOwn(object, name, part);
        replaceable.add(name);
      }
    }
  }

  private duplicate(node: Node, key: string, value: Json, before: Json): void {
    const same = JSON.stringify(value) === JSON.stringify(before);
    this.faults.push({
      node,
      kind: same ? 'repeated-key' : 'duplicate-key',
      fix: 'remove one of the two',
      message: `the key ${key} stands twice in the same map, with ${same ? 'the same value' : 'another value, and kubectl drops the first without a word'}`,
    });
  }

  private changedKey(node: Scalar, text: string): void {
    this.faults.push({ node, kind: 'changed-key', message: `the key ${node.source} is read as ${text}`, fix: `write '${node.source}', in quotes, or ${text}` });
  }

  private fail(node: Node, kind: TreeFault['kind'], message: string, fix: string): null {
    if (!this.failed) this.faults.push({ node, kind, message, fix });
    this.failed = true;
    return null;
  }
}

/** The text that a key of a map is in JSON; undefined where kubectl refuses it. */
export function keyText(node: unknown): string | undefined {
  const value = isScalar(node) ? scalarValue(node as Scalar.Parsed) : null;
  return value === null || value instanceof ScalarFault ? undefined : String(value);
}

/** Whether kubectl refuses the aliases of a document; the numbers are those of go-yaml. */
function isExcessive(size: number, aliased: number): boolean {
  if (size <= 1000) return false;
  const allowed = Math.min(0.99, Math.max(0.1, 0.99 - 0.89 * (size - 400_000) / 3_600_000));
  return aliased / size > allowed;
}

/** Whether a key of a map is the merge key `<<`. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.source === '<<' && key.type === 'PLAIN' && key.tag === undefined;
}

function hasOwn(object: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, key);
}

function setOwn(object: Record<string, Json>, key: string, value: Json): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
