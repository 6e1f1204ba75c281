import { Yaml } from 'cdk8s';

type Mapping = Readonly<Record<string, unknown>>;

const STEP = '  ';

/** Keys that are written the same way wherever they stand. */
const KEY = /^(?!%|---|\.\.\.)[ -~]{1,500}$/;

/** Texts that stand as they are: they begin like no number, and hold nothing that YAML takes as a sign. */
const PLAIN = /^[A-Za-z/](?:[!-9;-~]|[ :](?=[!"$-~]))*$/;

/** Hexadecimal hashes that begin with a digit and hold a letter which no number has. */
const HASH = /^(?!0[box])[0-9][0-9a-f]*[acdf][0-9a-f]*$/;

/** Texts that look plain and are something else in YAML 1.1, which takes `e1` as a number. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|e[-+]?\d+)$/i;

/** How long texts are whose form is kept, since longer ones are rarely met twice. */
const SHORT = 200;

/**
 * Prints manifests as `Yaml.stringify` does, in less time. Mappings, lists and plain texts are written here, other scalars by `Yaml.stringify`, short
 * ones once for each value; so is a document that is no tree of plain values, since it needs anchors, tags or explicit keys.
 */
export class YamlPrinter {
  private readonly keys = new Map<string, string>();
  private readonly scalars = new Map<unknown, string>();
  private readonly seen = new Set<object>();

  /** Several documents as one text. */
  public print(documents: readonly unknown[]): string {
    return documents.map(document => this.mappingDocument(document) ?? Yaml.stringify(document)).join('---\n');
  }

  private mappingDocument(document: unknown): string | undefined {
    this.seen.clear();
    const text = isObject(document) && !Array.isArray(document) ? this.collection(document, '\n') : undefined;
    return text === undefined || text === '{}' ? undefined : `${text}\n`;
  }

  /**
   * A mapping or a list; its first line follows what stands before it.
   * @param line what begins a line: the line break and the indent
   * @returns undefined if only `Yaml.stringify` knows how to write it
   */
  private collection(collection: object, line: string): string | undefined {
    // What occurs twice is an anchor and an alias.
    if (this.seen.has(collection)) return undefined;
    this.seen.add(collection);
    if (Array.isArray(collection)) return 'toJSON' in collection ? undefined : this.list(collection, line);
    return Object.getPrototypeOf(collection) === Object.prototype ? this.mapping(collection as Mapping, line) : undefined;
  }

  private list(items: readonly unknown[], line: string): string | undefined {
    let text = '';
    for (const item of items) {
      const written = isObject(item) ? this.collection(item, line + STEP) : this.scalar(item, line + STEP);
      if (written === undefined) return undefined;
      text += text === '' ? `- ${written}` : `${line}- ${written}`;
    }
    return text === '' ? '[]' : text;
  }

  private mapping(mapping: Mapping, line: string): string | undefined {
    let text = '';
    for (const key of Object.keys(mapping)) {
      const [name, value] = [this.key(key), this.value(mapping[key], line + STEP)];
      if (name === undefined || value === undefined) return undefined;
      text += text === '' ? `${name}:${value}` : `${line}${name}:${value}`;
    }
    return text === '' ? '{}' : text;
  }

  /** What stands after the colon of a key. */
  private value(value: unknown, line: string): string | undefined {
    if (!isObject(value)) {
      const scalar = this.scalar(value, line);
      return scalar && ` ${scalar}`;
    }
    const text = this.collection(value, line);
    return text === undefined || text === '{}' || text === '[]' ? text && ` ${text}` : line + text;
  }

  private scalar(value: unknown, line: string): string | undefined {
    switch (typeof value) {
      case 'string': return isPlain(value) ? value : this.rareScalar(value, line);
      case 'number': return Number.isSafeInteger(value) && !Object.is(value, -0) ? `${value}` : this.rareScalar(value, line);
      case 'boolean': return `${value}`;
      default: return value === null ? 'null' : undefined;
    }
  }

  /** @param line what begins a line of a text that takes several */
  private rareScalar(value: string | number, line: string): string {
    let text = this.scalars.get(value);
    if (text === undefined) {
      text = Yaml.stringify({ k: value }).slice('k: '.length, -'\n'.length);
      if (`${value}`.length <= SHORT) this.scalars.set(value, text);
    }
    return text.replace(/\n  /g, line);
  }

  private key(key: string): string | undefined {
    let text = this.keys.get(key);
    if (text === undefined && KEY.test(key)) {
      text = Yaml.stringify({ [key]: 0 }).slice(0, -': 0\n'.length);
      this.keys.set(key, text);
    }
    return text;
  }
}

function isPlain(text: string): boolean {
  return (PLAIN.test(text) && !WORDS.test(text)) || HASH.test(text);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
