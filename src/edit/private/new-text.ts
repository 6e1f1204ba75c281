import { CreateNodeOptions, Document, DocumentOptions, isMap, isSeq, Pair, Scalar, ToStringOptions, visit } from 'yaml';
import { JsonStyle, WritingStyle } from './writing-style';
import { Json, plainScalar } from '../../manifest';

/** What YAML does not allow as it is, or shows to nobody. */
const UNPRINTABLE = /[^\P{Cc}\t\n]|[\u2028\u2029\ufeff\ufffd-\uffff]|\p{Cs}/u;

/** What a block of text does not keep: lines of white space at its end, which blank ones behind it would join, and a text of white space alone. */
const LOST_IN_BLOCK = /^\s+$|\n[ \t]*\n$/;

/** What a new value is like. */
export interface Wanted {
  /** Style of the text itself. */
  readonly type?: Scalar.Type;
  readonly flow?: boolean;

  /** Whether the text of this key, or of an item, stands in quotes though it needs none. */
  readonly quoted?: (key: string | undefined) => boolean;
}

/** The text that stands behind the `:` of a key, with lines behind the first as if the key stood at the first column. */
export function textBehindKey(value: Json, style: WritingStyle, wanted: Wanted): string {
  return withoutEnd(written({ k: value }, style, wanted)).slice('k:'.length);
}

/** The text of a pair. */
export function pairText(key: string, value: Json, style: WritingStyle, wanted: Wanted): string {
  return withoutEnd(written({ [key]: value }, style, wanted));
}

/** The text of an item, with its dash. */
export function itemText(value: Json, style: WritingStyle, wanted: Wanted): string {
  return withoutEnd(written([value], style, wanted));
}

/** The text of a key. */
export function keyText(key: string, style: WritingStyle, type: Scalar.Type): string {
  return flowText(key, style, { type });
}

/** A value in flow style, in one line unless the text is JSON in several. */
export function flowText(value: Json, style: WritingStyle, wanted: Wanted): string {
  return style.json ? jsonText(value, style.json) : withoutEnd(written([value], style, { ...wanted, flow: true }, true)).replace(/^\[ ?| ?\]$/g, '');
}

/** A pair in flow style, in one line unless the text is JSON in several. */
export function flowPairText(key: string, value: Json, style: WritingStyle, wanted: Wanted): string {
  if (style.json) return `${JSON.stringify(key)}:${style.json.spaced ? ' ' : ''}${jsonText(value, style.json)}`;
  return withoutEnd(written({ [key]: value }, style, { ...wanted, flow: true }, true)).replace(/^\{ ?| ?\}$/g, '');
}

function jsonText(value: Json, { step, spaced }: JsonStyle): string {
  if (step > 0) return JSON.stringify(value, null, step);
  return spaced ? JSON.stringify(value, null, 1).replace(/([[{,])?\n */g, (_, before = '') => (before === ',' ? ', ' : before)) : JSON.stringify(value);
}

function withoutEnd(text: string): string {
  return text.slice(0, -'\n'.length);
}

function written(value: Json, style: WritingStyle, { type, flow, quoted = () => false }: Wanted, outerFlow = false): string {
  const document = new Document(value, { aliasDuplicateObjects: false } as CreateNodeOptions & DocumentOptions);
  visit(document, {
    Scalar: (key, node, path) => {
      const name = key === 'value' ? (path[path.length - 1] as Pair<Scalar>).key.value as string : undefined;
      const isOwn = path.length === (key === 'key' || key === 'value' ? 3 : 2);
      const preferred = (isOwn && type) || (quoted(isOwn ? undefined : name) ? style.quote : undefined);
      node.type = key === 'key' ? typeOf(node.value, style, undefined, 'key') : typeOf(node.value, style, preferred, flow ? 'flow' : 'block');
    },
    Collection: (_, node, path) => {
      if ((isMap(node) || isSeq(node)) && (path.length === 1 ? outerFlow : flow)) node.flow = true;
    },
  });
  const text = document.toString(optionsOf(style));
  return text.replace(new RegExp(UNPRINTABLE, 'gu'), found => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function optionsOf({ mapStep, listStep, quote, padded }: WritingStyle): ToStringOptions {
  return {
    indent: Math.max(mapStep, 1),
    indentSeq: listStep > 0,
    lineWidth: 0,
    doubleQuotedAsJSON: true,
    flowCollectionPadding: padded,
    singleQuote: quote === 'QUOTE_SINGLE' ? true : null,
  };
}

/** @param place  a text in several lines can be a block of text there alone where it is no key and stands in no flow style */
function typeOf(value: unknown, { quote }: WritingStyle, type: Scalar.Type | undefined, place: 'key' | 'flow' | 'block'): Scalar.Type | undefined {
  if (typeof value !== 'string') return undefined;
  if (UNPRINTABLE.test(value) || LOST_IN_BLOCK.test(value)) return 'QUOTE_DOUBLE';
  if (value.includes('\n') && !type?.startsWith('BLOCK')) return place === 'block' && type !== 'QUOTE_DOUBLE' ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE';
  if (type !== undefined && type !== 'PLAIN') return type;
  return plainScalar(value) !== value || (place === 'key' && value === '<<') ? quote : type;
}
