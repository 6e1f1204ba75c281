import { LeakedCredential, leakedByName, leakedCredential } from './leaked-credential';
import { Container } from '../../../manifest';

type Word = Container['words'][number];

const FLAG = /^--?([A-Za-z][\w.-]*)(?:=([^]+))?$/;
const FLAG_IN_SHELL = /(?:^|\s)--?([A-Za-z][\w.-]*)[ =]["']?([^\s"';&|-][^\s"';&|]*)/g;

/** Their flag for a password takes no second word: they ask for it. */
const ASKS = /^(?:psql|pg_\w+|createdb|mysql\w*|mariadb[\w-]*)$/;

const MYSQL = /^(?:mysql(?:dump|admin|check|import|show)?|mariadb(?:-\w+)?)$/;
const MYSQL_IN_SHELL = /\b(?:mysql(?:dump|admin|check|import|show)?|mariadb(?:-\w+)?)(?=\s)[^|;&\n]{0,300}?\s-p["']?(?![$"'`<{%*])[^\s"';&|]+/;

/** Flags of these names switch something on or off. */
const SWITCHES = /^(?:no|use|with|require|ask|prompt|enable|disable|allow|reset|show|hide|generate|random|change)[-_.]/i;

/** The credentials in the command and arguments of a container, one a word. */
export function leakedArguments(words: readonly Word[]): { readonly leaked: LeakedCredential; readonly word: Word }[] {
  const program = words[0]?.text.split('/').at(-1) ?? '';
  return words.flatMap((word, i) => {
    const leaked = leakedCredential('', word.text) ?? inWord(word.text, words[i - 1]?.text ?? '', program) ?? inCommand(word.text);
    return leaked ? [{ leaked, word }] : [];
  });
}

function inWord(text: string, before: string, program: string): LeakedCredential | undefined {
  if (MYSQL.test(program) && /^-p(?![$<{%*]).+/.test(text)) return { what: 'is a password for MySQL', certain: true };
  const [, flag, value] = FLAG.exec(text) ?? [];
  if (flag !== undefined) return value === undefined ? undefined : ofFlag(flag, value);
  const [, flagBefore, valueBefore] = FLAG.exec(before) ?? [];
  return flagBefore === undefined || valueBefore !== undefined || text.startsWith('-') || ASKS.test(program) ? undefined : ofFlag(flagBefore, text);
}

/** A command line in one word, as a shell gets it. */
function inCommand(text: string): LeakedCredential | undefined {
  if (!/\s/.test(text)) return undefined;
  const password = MYSQL_IN_SHELL.exec(text);
  if (password) return { what: 'holds a password for MySQL', certain: true, offset: password.index, length: password[0].length };
  if (text.split(/[\s/]+/, 100).some(part => ASKS.test(part))) return undefined;
  for (const { 0: { length }, 1: flag, 2: value, index } of text.matchAll(FLAG_IN_SHELL)) {
    const leaked = ofFlag(flag, value);
    if (leaked) return { what: 'holds a credential by the name of a flag', certain: true, offset: index, length };
  }
  return undefined;
}

function ofFlag(flag: string, value: string): LeakedCredential | undefined {
  return SWITCHES.test(flag) ? undefined : leakedByName(flag.toLowerCase() === 'token' ? 'auth-token' : flag, value);
}
