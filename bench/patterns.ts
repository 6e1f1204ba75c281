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
const AIM = 30;

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
  const growths = units.map((unit) => {
    const [short, long] = [SHORT, LONG].map(length => fastest(read, unit.repeat(length / unit.length)));
    return { unit, long, ratio: long / short };
  });
  const { unit, long, ratio } = growths.reduce((worst, one) => (one.ratio > worst.ratio ? one : worst));
  console.log(`${name}: ${LONG / SHORT} times the length takes at most ${ratio.toFixed(1)} times the time (aim: ${AIM}), `
    + `with ${JSON.stringify(unit)} again and again (${long.toFixed(3)} s for ${LONG / 1000} kB)`);
}
