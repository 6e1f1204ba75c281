import * as fc from 'fast-check';
import { Json, JsonObject, plainScalar } from '../../src/manifest';

/** A Kubernetes object as YAML text in one of many styles. */
export interface StyledYaml {
  readonly value: JsonObject;
  readonly text: string;
}

const KEYS = ['a', 'b', 'c', 'name', 'x/y.z', 'a b', '8080', 'y', 'é😀', 'data', 'file.yaml'];
const TEXTS = [
  'x', 'nats://a.b.svc:4222', 'a b', 'true', '12', '', 'it\'s', 'say "x"', 'a: b', 'a # b', '- x', '[x', 'é😀', 'one\ntwo\n', 'one\n\n  two', 'end\n\n', '{"a": 1}',
  '\\n', 'x\ty',
];

export const scalars: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) }, fc.constantFrom(1, -2.5, 0, true, false, null), fc.string({ maxLength: 6 }),
);

/** Values of all kinds. */
export const values: fc.Arbitrary<Json> = fc.letrec<{ value: Json; map: JsonObject; list: Json[] }>(tie => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalars, tie('map'), tie('list')),
  map: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4 }),
  list: fc.array(tie('value'), { maxLength: 4 }),
})).value;

const maps = fc.dictionary(fc.constantFrom(...KEYS), values, { minKeys: 1, maxKeys: 4 });


const choiceLists = fc.array(fc.nat(59), { minLength: 40, maxLength: 40 });

/** Objects in many styles. */
export const styledYaml: fc.Arbitrary<StyledYaml> = fc.tuple(maps, choiceLists).map(([fields, choices]) => {
  const value = { apiVersion: 'v1', kind: 'X', ...fields };
  return { value, text: new Writer(choices).document(value) };
});

/** Writes a value in a style that a list of numbers chooses. */
class Writer {
  private next = 0;
  private readonly step: number;
  private readonly listStep: number;
  private readonly isCommented: boolean;

  constructor(private readonly choices: readonly number[]) {
    this.step = 2 + this.choose(3);
    this.listStep = this.choose(2) * this.step;
    this.isCommented = this.choose(2) === 0;
  }

  document(value: JsonObject): string {
    const [head, end] = [['', '---\n', '# head\n\n'][this.choose(3)], ['', '\n', '\n\n# end\n', '\n...\n'][this.choose(4)]];
    const pairs = this.pairs(value, 0).join('\n');
    const text = `${head}${pairs}${pairs.includes('|') ? end || '\n' : end}`;
    return this.choose(3) === 0 ? text.replace(/\n/g, '\r\n') : text;
  }

  private choose(n: number): number {
    return this.choices[this.next++ % this.choices.length] % n;
  }

  private pairs(value: JsonObject, column: number): string[] {
    return Object.entries(value).flatMap(([key, field]) => [...this.above(column), `${' '.repeat(column)}${this.key(key)}:${this.behind(field as Json, column)}`]);
  }

  private items(value: readonly Json[], column: number): string[] {
    return value.flatMap(item => [...this.above(column), `${' '.repeat(column)}-${this.item(item, column)}`]);
  }

  private item(value: Json, column: number): string {
    if (!isFilled(value) || this.choose(4) === 0) return this.behind(value, column, true);
    const spaces = ' '.repeat(1 + this.choose(3));
    const inner = column + 1 + spaces.length;
    const lines = Array.isArray(value) ? this.items(value, inner) : this.pairs(value as JsonObject, inner);
    const first = lines.findIndex(line => line.trim() !== '' && !line.trim().startsWith('#'));
    return `${spaces}${[lines[first].trimStart(), ...lines.slice(first + 1)].join('\n')}`;
  }

  private behind(value: Json, column: number, isItem = false): string {
    if (!isFilled(value)) return this.inLine(value, column);
    if (this.choose(4) === 0) return ` ${this.flow(value)}${this.comment()}`;
    const listColumn = column + (isItem ? this.step : this.listStep);
    const lines = Array.isArray(value) ? this.items(value, listColumn) : this.pairs(value as JsonObject, column + this.step);
    return `${this.comment()}\n${lines.join('\n')}`;
  }

  private inLine(value: Json, column: number): string {
    if (value === null) return ['', ' ~', ' null'][this.choose(3)] + this.comment();
    if (typeof value !== 'string') return ` ${JSON.stringify(value)}${this.comment()}`;
    if (this.choose(3) === 0 && isBlockText(value)) return this.block(value, column);
    return ` ${this.text(value)}${this.comment()}`;
  }

  private block(value: string, column: number): string {
    const chomping = value.endsWith('\n') ? '' : '-';
    const lines = (chomping === '-' ? value : value.slice(0, -1)).split('\n');
    return ` |${chomping}${this.comment()}\n${lines.map(line => (line === '' ? '' : ' '.repeat(column + this.step) + line)).join('\n')}`;
  }

  private flow(value: Json): string {
    const pad = ' '.repeat(this.choose(2));
    if (Array.isArray(value)) return `[${pad}${value.map(item => this.flow(item)).join(', ')}${pad}]`;
    if (typeof value === 'object' && value !== null) return `{${pad}${Object.entries(value).map(([key, field]) => `${this.key(key)}: ${this.flow(field as Json)}`).join(', ')}${pad}}`;
    return typeof value === 'string' ? this.text(value) : JSON.stringify(value);
  }

  private text(value: string): string {
    const isPlain = /^[a-z]([\w./:]*\w)?$/i.test(value) && plainScalar(value) === value;
    return [isPlain ? value : JSON.stringify(value), JSON.stringify(value), /^[\w "\\:#é😀-]*$/u.test(value) ? `'${value}'` : JSON.stringify(value)][this.choose(3)];
  }

  private key(key: string): string {
    return /^[a-z]\w*$/.test(key) && plainScalar(key) === key && this.choose(3) > 0 ? key : JSON.stringify(key);
  }

  private comment(): string {
    return this.isCommented && this.choose(4) === 0 ? ` # c${this.next}` : '';
  }

  private above(column: number): string[] {
    if (!this.isCommented) return [];
    return [[], [], [''], [`${' '.repeat(column)}# above ${this.next}`], ['', `${' '.repeat(column)}# \ttab`]][this.choose(5)];
  }
}

function isFilled(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function isBlockText(value: string): boolean {
  return /^[^\s\x7f-\uffff]/.test(value) && !/\n\n$|[ \t]\n|[^\P{Cc}\t\n]/u.test(value);
}
