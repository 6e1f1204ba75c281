import { Finding, sentenceOf } from '../../verify';

const counted = new WeakMap<readonly Finding[], ReadonlyMap<string, number>>();

/** How many findings say this. */
export function timesSaid(said: string, findings: readonly Finding[]): number {
  const times = counted.get(findings) ?? countSentences(findings);
  counted.set(findings, times);
  return times.get(said) ?? 0;
}

function countSentences(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const said of findings.map(sentenceOf)) times.set(said, (times.get(said) ?? 0) + 1);
  return times;
}
