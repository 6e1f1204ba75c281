import { isListenName } from './address-names';
import { Address, readAddress } from './read-address';
import { groupBy } from '../../../manifest';

/** The name of a word of `command` or `args` that follows no flag. */
export const ARGUMENT = 'args';

/** An address in a text. */
export interface FoundAddress extends Address {
  /** What holds it: the key before it in the text, else the name of the text. */
  readonly name: string;

  /** Where it stands in the text; undefined where it is all of the text. */
  readonly offset?: number;

  /** Where else in the text it stands; nowhere where it is undefined. */
  readonly again?: readonly number[];
}

// A text may have 1 MB: no pattern looks from each of its characters for the end of it.
const URL = /(?<![a-z0-9+])[a-z][a-z0-9+.-]{0,40}:\/\/[^\s"'`<>\\|;]+/gi;
const HOST_AND_PORT = /(?<![\w./@:$({}-])[a-z0-9][\w.-]*:\d{2,5}(?![\w.:/-])/gi;
const COMMENT = /^\s*(#|\/\/|;|--\s|\*)/;
const KEY = /^(\s*(?:-\s+)*)(?:export\s+)?(?:"([^"]+)"\s*:|'([^']+)'\s*:|([A-Za-z_][\w.-]*)\s*(?:=(?!=)|:(?=\s|$)|(?=[{[])))/;
const SECTION = /^\s*\[+\s*["']?([\w.-]+)["']?\s*\]+\s*$/;
const COMMENT_BEHIND = /\s(?:#|\/\/)\s/;
const KEY_BEFORE = /(?:^|[\s{,"'-])([A-Za-z_][\w.-]*)["']?(?:\s*:\s*|\s*=\s*)["'[]*$/;

/** Characters before an address among which the name of its key is looked for. */
const KEY_REACH = 300;

/** Longer texts are no addresses: each server of a list is looked at with the whole list. */
const LONGEST = 4000;

/** The addresses in a text that a field, variable or key of this name holds; each once, with all its places. */
export function findAddresses(text: string, name: string): FoundAddress[] {
  if (!/[:]|nats/i.test(`${name} ${text}`)) return [];
  const trimmed = text.trim();
  if (trimmed.length <= LONGEST && !/[\s"'`{}[\]]/.test(trimmed.replace(/\$\{\w*\}/g, ''))) {
    const whole = readAddress(text, name);
    if (whole.length > 0) return whole.map(address => ({ ...address, name }));
  }
  return text.includes(':') ? unique(inLines(text, name)) : [];
}

function inLines(text: string, name: string): FoundAddress[] {
  const server = isServerConfig(name, text);
  const keys = new KeyPath(isScript(name, text));
  const found: FoundAddress[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (!COMMENT.test(line)) {
      keys.read(line);
      if (line.includes(':')) {
        const at = start;
        for (const address of inLine(withoutComment(line), name, keys, server)) found.push({ ...address, offset: at + (address.offset ?? 0) });
      }
    }
    start += line.length + 1;
  }
  return found;
}

function withoutComment(line: string): string {
  const at = line.search(COMMENT_BEHIND);
  return at < 0 ? line : line.slice(0, at);
}

function inLine(line: string, name: string, keys: KeyPath, server: boolean): FoundAddress[] {
  if (server && !keys.path.includes('remotes')) return [];
  const urls = urlsIn(line);
  return [...urls, ...hostsIn(line, urls)].filter(({ text }) => text.length <= LONGEST).flatMap(({ text, offset }) => {
    const key = KEY_BEFORE.exec(line.slice(Math.max(0, offset - KEY_REACH), offset))?.[1];
    const holder = keys.nameFor(key) ?? name;
    if (isListenName(holder)) return [];
    return readAddress(text, holder).map(address => ({ ...address, name: holder, offset }));
  });
}

/** A part of a line. */
interface Part {
  readonly text: string;
  readonly offset: number;
}

/** The URLs of a line, without the punctuation around them; the items of an unquoted list apart. */
function urlsIn(line: string): Part[] {
  let list = false;
  let behind = 0;
  return [...line.matchAll(URL)].flatMap(({ 0: text, index }) => {
    const between = line.slice(behind, index);
    list = isListOpen(between, list);
    behind = index;
    return split(text, index, list && /[[,]\s*$/.test(between.slice(-KEY_REACH)));
  });
}

/** Whether an unquoted list is open behind a part of a line. */
function isListOpen(part: string, before: boolean): boolean {
  const closed = Math.max(part.lastIndexOf(']'), part.lastIndexOf('"'), part.lastIndexOf('\''));
  return part.lastIndexOf('[') > closed || (before && closed < 0);
}

function split(text: string, index: number, inList: boolean): Part[] {
  const parts = inList ? text.split(',') : [text];
  let at = index;
  return parts.map((part) => {
    const offset = at;
    at += part.length + 1;
    return { text: withoutPunctuation(part), offset };
  }).filter(part => part.text.includes('://'));
}

/** The hosts with a port that are no part of a URL of the line. */
function hostsIn(line: string, urls: readonly Part[]): Part[] {
  let next = 0;
  return [...line.matchAll(HOST_AND_PORT)].map(({ 0: text, index }) => ({ text, offset: index })).filter(({ offset }) => {
    while (next < urls.length && urls[next].offset + urls[next].text.length <= offset) next++;
    return next >= urls.length || offset < urls[next].offset;
  });
}

function withoutPunctuation(text: string): string {
  const surplus = new Map(Object.entries(OPENING).map(([closing, opening]) => [closing, text.split(closing).length - text.split(opening).length]));
  let end = text.length;
  while (end > 0 && /[),.\]}]/.test(text[end - 1])) {
    const excess = surplus.get(text[end - 1]);
    if (excess !== undefined && excess <= 0) break;
    if (excess !== undefined) surplus.set(text[end - 1], excess - 1);
    end--;
  }
  return text.slice(0, end);
}

const OPENING = { ')': '(', '}': '{', ']': '[' };

/** Those of one text and host are one, at the first of its places. */
function unique(found: readonly FoundAddress[]): FoundAddress[] {
  const same = [...groupBy(found, ({ text }) => text).values()].flatMap(ofText => [...groupBy(ofText, ({ host }) => host).values()]);
  return same.map(([first, ...others]) => ({ ...first, again: others.map(({ offset }) => offset!) }));
}

/** Whether a text is made of commands, whose assignments are no keys for what stands behind them. */
function isScript(name: string, text: string): boolean {
  return name === ARGUMENT || text.startsWith('#!') || /\.(sh|bash|py|js)$/.test(name);
}

/** Whether a text is the configuration of a NATS server itself, most of whose addresses are its own. */
function isServerConfig(name: string, text: string): boolean {
  return /\.conf$|nats/i.test(name) &&
    /^[ \t]*(server_name|jetstream|leafnodes?|http_port|monitor_port|max_payload|resolver|system_account|pid_file|cluster|accounts)\s*[:={]/m.test(text);
}

/** The keys above a line of YAML, JSON, TOML, ini or a similar text, by indentation and sections. */
class KeyPath {
  private readonly stack: { readonly indent: number; readonly key: string }[] = [];

  constructor(private readonly script: boolean) {}

  get path(): readonly string[] {
    return this.stack.map(({ key }) => key);
  }

  read(line: string): void {
    if (this.script) return;
    const section = SECTION.exec(line)?.[1];
    if (section !== undefined) {
      this.stack.splice(0, this.stack.length, { indent: -1, key: section });
      return;
    }
    const found = KEY.exec(line);
    const indent = found ? found[1].length : line.search(/\S/);
    if (indent < 0) return;
    // An item of a list may stand as far left as the key of the list.
    const keep = (other: number): boolean => (found ? other < indent : other <= indent);
    while (this.stack.length > 0 && !keep(this.stack[this.stack.length - 1].indent)) this.stack.pop();
    const key = found?.[2] ?? found?.[3] ?? found?.[4];
    if (key !== undefined) this.stack.push({ indent, key });
  }

  /** The dotted name of a key in the current line; undefined where the text has no keys. */
  nameFor(key: string | undefined): string | undefined {
    const path = this.path;
    if (key !== undefined && path.at(-1) !== key) return [...path, key].join('.');
    return path.length > 0 ? path.join('.') : undefined;
  }
}
