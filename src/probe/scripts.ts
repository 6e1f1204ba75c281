import { readFileSync } from 'fs';
import { join } from 'path';

/** Scripts for the shell, `nc` and `nslookup` of busybox, which speak the protocol of NATS. */
export type ProbeScript = 'wait-for-nats' | 'check-nats';

/** Has the commands that the scripts need. */
export const PROBE_IMAGE = 'busybox:1.36.1';

/** Nobody, of whom busybox has an entry; it runs as root by itself. */
export const PROBE_USER = 65534;

const FOLDER = join(__dirname, '../../assets');

const texts = new Map<ProbeScript, string>();

/** The text of a script, without its comments. */
export function probeScript(name: ProbeScript): string {
  const text = texts.get(name) ?? textOf('connect') + textOf(name);
  texts.set(name, text);
  return text;
}

function textOf(name: string): string {
  return readFileSync(join(FOLDER, `${name}.sh`), 'utf8').replace(/^ *#.*\n/gm, '');
}
