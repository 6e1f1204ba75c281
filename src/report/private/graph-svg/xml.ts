import { visible } from '../excerpt';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;' };

/** The text as XML shows it; what XML may not hold becomes a replacement character. */
export function escapeXml(text: string): string {
  return visible(text).replace(/[\p{Cs}\ufffe\uffff]/gu, '\ufffd').replace(/[&<>"\t]/g, character => ENTITIES[character]);
}

/** An element. Its attributes are escaped and numbers rounded; its content is XML already. */
export function element(name: string, attributes: Readonly<Record<string, string | number | undefined>>, ...content: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${attributeOf(value)}"`])).join('');
  return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${content.join('')}</${name}>`;
}

/** A number with one digit after the point at most. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function attributeOf(value: string | number): string {
  return typeof value === 'number' ? `${round(value)}` : escapeXml(value);
}
