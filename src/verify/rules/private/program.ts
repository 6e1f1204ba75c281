import { Container } from '../../../manifest';

/** Commands that only start another one. */
const WRAPPERS: ReadonlySet<string> = new Set(['opentelemetry-instrument', 'ddtrace-run', 'dumb-init', 'tini', 'exec', '--']);

/** Options whose value is the program: `python -m module`, `sh -c script`. */
const PROGRAM_OPTIONS: ReadonlySet<string> = new Set(['-m', '-c', '-jar']);

/**
 * What a container runs of its image: the words up to the first option, so that siblings with other options are the same program.
 * Empty where the image decides.
 */
export function programOf({ words }: Container): string {
  const program: string[] = [];
  const texts = words.map(({ text }) => text).filter(text => !WRAPPERS.has(text));
  for (let i = 0; i < texts.length; i++) {
    if (!texts[i].startsWith('-')) program.push(texts[i]);
    else if (PROGRAM_OPTIONS.has(texts[i]) && i + 1 < texts.length) program.push(texts[i], texts[++i]);
    else break;
  }
  return program.join(' ');
}
