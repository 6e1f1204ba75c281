import { rule } from '../../rule';
import { Setting, settingsOf } from '../private/settings';

// Their values may be made of such characters.
const PUNCTUATION = /SEP|DELIM|PROMPT|PREFIX|SUFFIX|INDENT|TERMINATOR|\bPS\d|\bIFS|CSP|CONTENT_SECURITY|FORMAT/i;

export const strayCharacters = rule({
  code: 'CFG210',
  title: 'A variable has quotes or white space around its value',
  severity: 'warning',
  reads: ['workloads', 'objects', 'referencesTo'],
  why: 'YAML takes away one pair of quotes; those inside it, or in a block (`|`, `>`), are part of the value, and a block ends in a line break. '
    + 'The program reads `"BTCUSDT`, or an address that ends in a line break, and fails far from here. In a Secret it is mostly '
    + '`echo` in place of `echo -n` before `base64`. Files of several lines and values that are mounted as files are not looked at.',
  repair: 'Write the value in one line with at most one pair of quotes. A block without line break at its end is written `|-` or `>-`.',
  source: 'https://yaml.org/spec/1.2.2/#8112-block-chomping-indicator',
  check: (facts) => settingsOf(facts).flatMap((setting) => {
    const fault = setting.isVariable && !PUNCTUATION.test(setting.name) ? faultOf(setting) : undefined;
    return fault === undefined ? [] : [{
      at: setting.place,
      message: `${setting.name} of ${setting.holder} ${fault}`,
      fix: 'write the value alone',
      ...!setting.secret && /NATS/.test(setting.name) && { correct: () => ({ edits: [{ kind: 'replace', at: setting.place, value: alone(setting.value) }] }) },
    }];
  }),
});

function faultOf({ value }: Setting): string | undefined {
  const inner = value.trim();
  if (inner.includes('\n') || !/[\p{L}\p{N}]/u.test(inner)) return undefined;
  const faults = [
    ...isQuoted(inner) ? [`is in literal ${inner.startsWith('"') ? 'double' : 'single'} quotes`] : [],
    ...value === inner ? [] : [/\n$/.test(value) ? 'ends in a line break' : 'has white space around it'],
  ];
  return faults.length > 0 ? faults.join(' and ') : undefined;
}

function alone(value: string): string {
  const inner = value.trim();
  return isQuoted(inner) ? inner.slice(1, -1).trim() : inner;
}

function isQuoted(text: string): boolean {
  const quote = text[0];
  return (quote === '"' || quote === "'") && text.length > 1 && text.indexOf(quote, 1) === text.length - 1;
}
