/** A command of a shell script: its words, without quotes, redirections and variables that are set for it. */
export type ShellCommand = readonly string[];

const KEYWORDS = ['if', 'then', 'else', 'fi', '{', '}'];

/** The commands of a script: those of lists, pipes, groups and substitutions too. It is for scripts that a shell takes. */
export function commandsIn(script: string): ShellCommand[] {
  const commands: string[][] = [];
  readCommands(script.replace(/\\\n\s*/g, ''), 0, commands);
  return commands.map(withoutRedirections).map(commandAlone).filter(words => words.length > 0);
}

/** Reads up to the parenthesis that closes a substitution, and tells where it stands. */
function readCommands(text: string, from: number, commands: string[][]): number {
  let words: string[] = [];
  let word: string | undefined;
  const endWord = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = () => {
    endWord();
    commands.push(words);
    words = [];
  };
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    const quote = quoteAt(text, i, commands);
    if (quote) {
      word = (word ?? '') + quote.value;
      i = quote.end;
    } else if (char === '#' && word === undefined) {
      i = text.indexOf('\n', i) - 1;
      if (i < 0) break;
    } else if (char === ')' && from > 0) {
      endCommand();
      return i;
    } else if ('\n;|&()'.includes(char)) {
      endCommand();
    } else if (/\s/.test(char)) {
      endWord();
    } else {
      word = (word ?? '') + char;
    }
  }
  endCommand();
  return text.length;
}

/** What is quoted, or substituted by a command, from a character on. */
function quoteAt(text: string, start: number, commands: string[][]): { readonly value: string; readonly end: number } | undefined {
  if (text.startsWith('$(', start)) return { value: '$()', end: readCommands(text, start + 2, commands) };
  if (text[start] === '\'') {
    const end = text.indexOf('\'', start + 1);
    return { value: text.slice(start + 1, end), end };
  }
  if (text[start] !== '"') return undefined;
  let value = '';
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '"') return { value, end: i };
    const inner = text.startsWith('$(', i) ? quoteAt(text, i, commands)! : { value: text[i], end: i };
    value += inner.value;
    i = inner.end;
  }
  return undefined;
}

function withoutRedirections(words: readonly string[]): ShellCommand {
  return words.filter((word, i) => !/^\d?[<>]/.test(word) && !/^\d?(>>?|<)$/.test(words[i - 1] ?? ''));
}

function commandAlone(words: readonly string[]): ShellCommand {
  const first = words.findIndex(word => !KEYWORDS.includes(word) && !/^\w+=/.test(word));
  return first < 0 ? [] : words.slice(first);
}
