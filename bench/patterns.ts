import { seconds } from './seconds';
import { NatsUrl } from '../src/address';
import { credentialIn } from '../src/address/private/credentials';
import { findAddresses } from '../src/verify/facts/private/find-addresses';
import { leakedArguments } from '../src/verify/rules/private/leaked-arguments';
import { leakedCredential } from '../src/verify/rules/private/leaked-credential';
import { placeholderIn } from '../src/verify/rules/private/placeholders';

const SHORT = 10_000;
const LONG = 100_000;
const RUNS = 3;

/** The aim: ten times the length takes at most this many times the time, where a pattern that looks from each character for the end takes a hundred. */
const AIM = 20;

type Place = Parameters<typeof leakedArguments>[0][number]['place'];

/** What reads values of manifests by patterns, with the texts that bring such patterns to look twice. */
const READERS: readonly (readonly [name: string, read: (text: string) => unknown, units: readonly string[]])[] = [
  ['findAddresses', text => findAddresses(text, 'NATS_URL'), ['nats://', 'a:1,', 'http://a@', '$(', '[{', 'key: ', 'a.', '-', '((']],
  ['placeholderIn', placeholderIn, ['a', 'a-', 'your-', '<a', '://', 'ADD_', '${{', '_']],
  ['leakedArguments', text => leakedArguments([{ text, place: {} as Place }]), ['a', '--a ', '--a=b ', 'mysql ', ' -p', 'psql ']],
  ['leakedCredential', text => leakedCredential('KEY', text), [
    'a', 'a.', 'a-', '://', '://a:', 'password', 'password=', '$(', '<a', ' a:', '$((', '****', '{token ', 'export a=b;', ' \n', 'u:$(',
  ]],
  ['credentialIn', text => credentialIn('KEY', text), ['a', 'a.', '://', '://a:', 'password', 'password=', 'eyJ', 'a@', '-----BEGIN ', 'S']],
  ['NatsUrl.parse', text => NatsUrl.parse(text), ['a', 'a.', '1', '$(', '$(a', ':', '0', '[', 'a-', 'a,', 'nats://a,']],
];

/** Seconds of CPU for a text, at the fastest of several runs. */
function fastest(read: (text: string) => unknown, text: string): number {
  const times = LONG / text.length;
  const run = (): void => { for (let i = 0; i < times; i++) read(text); };
  return Math.min(...Array.from({ length: RUNS }, () => seconds(run))) / times;
}

for (const [name, read, units] of READERS) {
  const [short, long] = [SHORT, LONG].map(length => units.map(unit => fastest(read, unit.repeat(length / unit.length))));
  const ratio = sum(long) / sum(short);
  const slowest = long.indexOf(Math.max(...long));
  console.log(`${name}: ${LONG / SHORT} times the length takes ${ratio.toFixed(1)} times the time (aim: at most ${AIM}); `
    + `of ${LONG / 1000} kB, ${JSON.stringify(units[slowest])} again and again takes longest, ${long[slowest].toFixed(3)} s`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
