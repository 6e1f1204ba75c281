import * as fc from 'fast-check';
import { podNames } from '../../../src/monitoring/private/pod-names';

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';
const random = (length: number) => fc.string({ unit: fc.constantFrom(...LETTERS), minLength: length, maxLength: length });
const hash = fc.integer({ min: 8, max: 10 }).chain(random);
/** Short names, and those that Kubernetes cuts off. */
const nameOf = (longest: number) => fc.integer({ min: 1, max: longest }).chain(length =>
  fc.string({ unit: fc.constantFrom(...'abcxyz019-.'), minLength: length, maxLength: length })).map(text => text.replace(/^[.-]|[.-]$/g, 'a'));
const workloadName = nameOf(80);

/** As the API server completes `generateName`. */
const generated = (base: string, suffix: string) => `${base.slice(0, 58)}${suffix}`;
const matches = (kind: string, name: string, pod: string) => new RegExp(`^(?:${podNames(kind, name)})$`).test(pod);

test('every pod of a Deployment matches', () => {
  fc.assert(fc.property(workloadName, hash, random(5), (name, replicaSet, suffix) => matches('Deployment', name, generated(`${name}-${replicaSet}-`, suffix))));
});

test.each(['DaemonSet', 'Job'])('every pod of a %s matches', (kind) => {
  fc.assert(fc.property(workloadName, random(5), (name, suffix) => matches(kind, name, generated(`${name}-`, suffix))));
});

test('every pod of a CronJob matches', () => {
  const minutes = fc.integer({ min: 25_000_000, max: 99_999_999 });
  fc.assert(fc.property(nameOf(52), minutes, random(5), (name, minute, suffix) => matches('CronJob', name, generated(`${name}-${minute}-`, suffix))));
});

test('every pod of a StatefulSet matches', () => {
  fc.assert(fc.property(workloadName, fc.nat(500), (name, ordinal) => matches('StatefulSet', name, `${name}-${ordinal}`)));
});

test.each([
  ['Deployment', 'quotes-archive-7c5ddbdf54-x2k9p'],
  ['Deployment', 'quotes-archive-x2k9p'],
  ['Deployment', 'old-quotes-7c5ddbdf54-x2k9p'],
  ['DaemonSet', 'quotes-7c5ddbdf54-x2k9p'],
  ['StatefulSet', 'quotes-db-0'],
  ['CronJob', 'quotes-7c5ddbdf54-x2k9p'],
])('a %s named quotes has no pod %s', (kind, pod) => {
  expect(matches(kind, 'quotes', pod)).toBe(false);
});

test('a dot in a name is no other letter', () => {
  expect(matches('Deployment', 'quotes.v1', 'quotesxv1-7c5ddbdf54-x2k9p')).toBe(false);
});
