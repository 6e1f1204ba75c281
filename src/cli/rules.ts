import { EXIT, ExitCode } from './exit-code';
import { Io } from './io';
import { formatRules } from '../report';
import { RULES } from '../verify';

/** Prints the table of all rules. */
export function rules(io: Io): ExitCode {
  io.out(formatRules(RULES));
  return EXIT.ok;
}
