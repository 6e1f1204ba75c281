/** Puts a colour or weight around a text. */
export type Paint = Readonly<Record<'bold' | 'red' | 'yellow' | 'green' | 'cyan', (text: string) => string>>;

/** The colours of a terminal, or none. */
export function paint(colours: 'plain' | 'ansi'): Paint {
  const by = (code: number) => (text: string) => (colours === 'ansi' ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: by(1), red: by(31), yellow: by(33), green: by(32), cyan: by(36) };
}
