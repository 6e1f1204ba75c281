/** Widths of characters in thousandths of the font's size, as DejaVu Sans has them: most fonts are narrower. */
const WIDTHS: readonly (readonly [characters: string, width: number])[] = [
  ['ijlIJ', 300],
  [' .,\'|·', 330],
  ['-/:;rft()[]', 420],
  ['sz_*?ckxyvL"', 600],
  ['mwMW@%—…✗✓', 1000],
  ['ABCDEFGHKNOPQRSTUVXYZ&#<>=+~', 790],
];
const BY_CHARACTER: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([characters, width]) => [...characters].map(character => [character, width] as const)));

const LETTER = 650;

/** Of scripts of which nothing is known; some have square characters. */
const WIDEST = 1100;

/** The width that a text needs, in the unit of the font's size. */
export function textWidth(text: string, fontSize: number): number {
  let thousandths = 0;
  for (const character of text) thousandths += BY_CHARACTER.get(character) ?? (character < '\u007f' ? LETTER : WIDEST);
  return Math.ceil(thousandths * fontSize / 1000);
}
