import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { Testing } from 'cdk8s';
import { diffLines } from 'diff';
import { stringify } from 'yaml';
import { manifestFiles } from '../examples/support/platform';
import { Manifest, parseManifests } from '../support/manifests';
import { describeWithShared, PROJECT } from '../support/shared';
import { blocksOf, read } from './support/pages';
import { runSnippet } from './support/snippets';

const page = read('docs/comparison.md');
const byHand = readFileSync(join(PROJECT, 'examples/comparison/by-hand.yaml'), 'utf8');
const [{ code }] = blocksOf('docs/comparison.md').filter(({ language }) => language === 'ts');
const linesOf = (text: string) => text.trimEnd().split('\n').length;
const occurrences = (text: string, value: string) => text.replaceAll('\'', '').match(new RegExp(`(?<![\\w-])${value}(?![\\w-])`, 'g'))?.length ?? 0;
const numbers = (row: string) => page.split('\n').find(line => line.startsWith(`| ${row}`))!.split('|').slice(2).join().match(/\d+/g)!.map(Number);

/** What nobody writes by hand: documentation, the checksum, and what Kubernetes takes anyway. */
const UNWRITTEN = [
  'annotations', 'strategy', 'minReadySeconds: 0', 'progressDeadlineSeconds: 600', 'dnsPolicy: ClusterFirst', 'hostNetwork: false', 'setHostnameAsFQDN: false',
  'restartPolicy: Always', 'fsGroupChangePolicy: Always', 'privileged: false', 'failureThreshold: 3', 'protocol: TCP', 'externalIPs: ', 'type: ClusterIP',
  'suspend: false', 'failedJobsHistoryLimit: 1', 'successfulJobsHistoryLimit: 3',
];
const SAFETY = ['readinessProbe', 'livenessProbe', 'startupProbe', 'resources', 'securityContext', 'volumeMounts', 'volumes', 'terminationGracePeriodSeconds'];
const without = (objects: readonly Manifest[], fields: readonly string[]): Manifest[] =>
  JSON.parse(JSON.stringify(objects, (key, value) => (fields.includes(key) || fields.includes(`${key}: ${value}`) ? undefined : value)));
const written = (objects: readonly Manifest[]) => objects.map(object => stringify(object)).join('---\n');
const rendered = (program: string) => without(Testing.synth(runSnippet(program)!.charts[0]), UNWRITTEN);

function changedLines(before: string, after: string): number {
  const parts = diffLines(before, after);
  const count = (kind: 'added' | 'removed') => parts.reduce((sum, part) => sum + (part[kind] ? part.count : 0), 0);
  return Math.max(count('added'), count('removed'));
}

const job = /^const archive[^]*?(?=^app\.synth)/m.exec(code)![0];

const CHANGES: ReadonlyArray<readonly [string, (program: string) => string]> = [
  ['the NATS server moves to namespace `messaging`', program => program.replace("namespace: 'nats'", "namespace: 'messaging'")],
  ['the pods of the API listen on port 9090', program => program.replaceAll('8080', '9090')],
  ['the shared ConfigMap gets another name', program => program.replace("'market-common'", "'trade-common'")],
  ['`quotes` keeps prices in a Redis of namespace `data`', program => program
    .replace('PetrosaCommonConfig, Subject', 'PetrosaCommonConfig, Redis, Subject')
    .replace('const quotesApi', "quotes.connectTo(Redis.of({ service: 'redis', namespace: 'data' }), { config: common });\nconst quotesApi")],
  ['a second job like `quotes-archive`', program => program.replace('app.synth();', `${job.replaceAll('archive', 'report')}app.synth();`)],
];

test('the YAML by hand says what the code renders, but for documentation and values that Kubernetes takes anyway', () => {
  expect(rendered(code)).toEqual(parseManifests(byHand, 'by-hand.yaml'));
});

test.each([
  ['YAML by hand', linesOf(byHand)],
  ['of these are probes', linesOf(byHand) - linesOf(written(without(parseManifests(byHand, 'by-hand.yaml'), SAFETY)))],
  ['TypeScript, as above', linesOf(code)],
])('the page counts the lines of %s', (row, lines) => {
  expect(numbers(row)).toEqual([lines]);
});

const values = [...page.matchAll(/^\| `(.*?)` \| [^|]* \| (\d+) \| (\d+) \|$/gm)].map(([, value, ...counts]) => [value, counts.map(Number)] as const);

test.each(values)('%s stands where the page counts it', (value, counts) => {
  expect(counts).toEqual([occurrences(byHand, value), occurrences(code, value)]);
});

test.each(CHANGES)('%s: the page counts the lines', (row, change) => {
  expect(numbers(row)).toEqual([changedLines(written(rendered(code)), written(rendered(change(code)))), changedLines(code, change(code))]);
});

describeWithShared('the numbers of the platform', () => {
  const ofFiles = (files: readonly string[]) => [files.length, files.reduce((sum, file) => sum + linesOf(readFileSync(file, 'utf8')), 0)];
  const examples = readdirSync(join(PROJECT, 'examples/petrosa')).map(file => join(PROJECT, 'examples/petrosa', file));

  test('are those of its repositories', () => {
    expect(numbers('YAML of the four')).toEqual(ofFiles(manifestFiles()));
  });

  test('are those of the example', () => {
    expect(numbers('`examples/petrosa`')).toEqual(ofFiles(examples));
  });
});

describe('the incidents are counted as on their pages', () => {
  const [total] = /(?<=^In )\d+/m.exec(read('docs/impossible.md'))!;
  const [prevented, , around] = /(?<=^\*\*)(\d+) of (\d+)\*\* .* for (\d+)/m.exec(read('docs/impossible.md'))!.slice(1);
  const found = [...read('docs/incidents.md').matchAll(/^- \*\*(\d+) of (\d+)\*\*/gm)].map(([, caught, all]) => [Number(caught), Number(all)]);

  test.each([
    ['whose fault', [Number(total)]],
    ['of these cannot be written', [Number(prevented)]],
    ['of these with a way', [Number(around)]],
    ['of all replayed ones', [0, 1].map(column => found.reduce((sum, counts) => sum + counts[column], 0))],
  ])('%s', (row, counts) => {
    expect(numbers(row)).toEqual(counts);
  });
});

test('each row of a table is counted', () => {
  const rows = [...page.matchAll(/^\| .*\d \|$/gm)];
  expect(rows).toHaveLength(3 + values.length + CHANGES.length + 2 + 4);
});
