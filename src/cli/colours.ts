import { Io } from './io';

/** Colours on terminals only, and not for those who ask for none (https://no-color.org). */
export function coloursOf({ isTTY, env }: Io): 'ansi' | 'plain' {
  return isTTY && !env.NO_COLOR && env.TERM !== 'dumb' ? 'ansi' : 'plain';
}
