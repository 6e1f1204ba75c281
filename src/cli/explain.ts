import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { UsageError } from './errors';
import { EXIT, ExitCode } from './exit-code';
import { Io } from './io';
import { nearest } from '../address/private/nearest';
import { RULES } from '../verify';

/** The pages of the rules, in the package. */
const PAGES = join(__dirname, '../../docs/rules');

/** Prints the page of a rule. */
export function explain(code: string, io: Io): ExitCode {
  const codes = RULES.map(rule => rule.code);
  const known = codes.find(other => other === code.toUpperCase());
  if (known === undefined) {
    const near = nearest(code.toUpperCase(), codes);
    const hint = near.startsWith('did you mean') ? `${near} To see all of them, run petrosa-nats rules` : 'petrosa-nats rules prints all of them';
    throw new UsageError(`there is no rule ${code}; ${hint}`);
  }
  const page = join(PAGES, `${known}.md`);
  if (!existsSync(page)) throw new Error(`the package lacks the page ${page}`);
  io.out(withoutComment(readFileSync(page, 'utf8')));
  return EXIT.ok;
}

/** A page without the comment at its begin, which tells who writes it. */
function withoutComment(page: string): string {
  return page.replace(/^<!--.*?-->\s*/s, '');
}
