import { RESERVED_WORDS } from '../code/reserved-words';

/** What the names of the standard mean that generated code is compiled for (ES2022): a class of the same name would hide it. */
export const GLOBALS: ReadonlySet<string> = new Set([
  'AggregateError', 'Array', 'ArrayBuffer', 'Atomics', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'Boolean', 'DataView', 'Date', 'Error', 'EvalError',
  'FinalizationRegistry', 'Float32Array', 'Float64Array', 'Function', 'Infinity', 'Int16Array', 'Int32Array', 'Int8Array', 'JSON', 'Map', 'Math', 'NaN', 'Number', 'Object',
  'Promise', 'Proxy', 'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set', 'SharedArrayBuffer', 'String', 'Symbol', 'SyntaxError', 'TypeError', 'URIError',
  'Uint16Array', 'Uint32Array', 'Uint8Array', 'Uint8ClampedArray', 'WeakMap', 'WeakRef', 'WeakSet',
]);

/** The words of a name: `petrosa-ta_bot.v1` has `petrosa`, `ta`, `bot` and `v1`. */
export function wordsOf(name: string): string[] {
  return name.split(/[^A-Za-z0-9]+/).filter(word => word !== '');
}

/** A name of a class: `TaBot`. */
export function className(name: string): string {
  const joined = joinedWords(name);
  return startsWithLetter(joined) ? joined : `System${joined}`;
}

/** A name of a variable: `taBot`; with what the variable stands for where the name alone is none, as in `newConfig` and `config3scale`. */
export function variableName(name: string, standsFor = 'object'): string {
  const joined = joinedWords(name);
  if (!startsWithLetter(joined)) return `${standsFor}${joined}`;
  const lower = joined.charAt(0).toLowerCase() + joined.slice(1);
  return RESERVED_WORDS.has(lower) ? `${lower}${capitalized(standsFor)}` : lower;
}

/** Ids that a construct refuses as if it had such a child, since it looks for them among the members of an object. */
const REFUSED_IDS: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

/** Names that are taken; each is given once. */
export class Names {
  /** Those of the ids in a scope. */
  static ofIds(): Names {
    return new Names(REFUSED_IDS);
  }

  private readonly taken: Set<string>;

  constructor(taken: readonly string[] = []) {
    this.taken = new Set(taken);
  }

  /** The first of the names that is free, or the last one with a number. */
  take(...wanted: readonly string[]): string {
    const free = wanted.find(name => !this.taken.has(name)) ?? this.numbered(wanted[wanted.length - 1]);
    this.taken.add(free);
    return free;
  }

  private numbered(name: string, number = 2): string {
    return this.taken.has(`${name}${number}`) ? this.numbered(name, number + 1) : `${name}${number}`;
  }
}

/** The names of a chart: those of its variables and the ids of its constructs. */
export interface ChartNames {
  readonly variables: Names;
  readonly ids: Names;
}

function joinedWords(name: string): string {
  return wordsOf(name).map(capitalized).join('');
}

function startsWithLetter(text: string): boolean {
  return /^[A-Za-z]/.test(text);
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
