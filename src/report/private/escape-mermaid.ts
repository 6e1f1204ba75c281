import { visible } from './excerpt';

/** What Mermaid or its Markdown could read as more than text; at the beginning also what could begin a list. */
const MARKUP = /^-|(?<=^\d+)[.)]|[^\p{L}\p{M}\p{N} ,.:?/()…✗✓-]/gu;

/** The text so that Mermaid, within quotes, shows it as it is. */
export function escapeMermaid(text: string): string {
  return visible(text).replace(MARKUP, character => `#${character.codePointAt(0)};`);
}
