/** A command line as POSIX shells take it. */
export function shellWords(words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}

/** A command as POSIX shells take it, with the file that it reads from standard input. */
export function commandLine(words: readonly string[], input?: string): string {
  return input === undefined ? shellWords(words) : `${shellWords(words)} < ${shellWords([input])}`;
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replace(/'/g, '\'\\\'\'')}'`;
}
