import { readdirSync, readFileSync, statSync } from 'fs';
import { join } from 'path';
import { ManifestSet, readText, SourceDocument } from '../../src/manifest';
import { Network, connectionLines } from '../../src/reachability';
import { describeWithShared, SHARED } from '../support/shared';

const VECTORS = join(SHARED, 'netpol-vectors');

/** Where the other analyzer says more than we do on purpose: the lines of this source, and why. */
const BY_ANOTHER_MODEL: Readonly<Record<string, { readonly source: string; readonly reason: string }>> = Object.fromEntries([
  'acs-security-demos', 'demo_app_with_routes_and_ingress', 'k8s_ingress_test', 'one_ingress_multiple_services',
].map(suite => [suite, { source: '{ingress-controller}', reason: 'it adds a pod for a controller that Ingresses and Routes imply; no manifest shows one' }]));

/** A line as a fact: for ends that are ranges of addresses, the ranges that together have the same ports. */
type Facts = ReadonlyMap<string, string>;

function manifestsIn(path: string): SourceDocument[] {
  if (statSync(path).isDirectory()) return readdirSync(path).flatMap(name => manifestsIn(join(path, name)));
  return /\.(ya?ml|json)$/.test(path) ? [...readText(path, readFileSync(path, 'utf8')).documents] : [];
}

function connectionsOf(suite: string): string[] {
  return connectionLines(Network.of(new ManifestSet({ files: manifestsIn(join(VECTORS, 'tests', suite)) })).connections());
}

function expectedOf(suite: string): string[] {
  return readFileSync(join(VECTORS, 'expected', `${suite}_connlist_output.txt`), 'utf8').split('\n').filter(line => line.includes(' => '));
}

/** Both ends and the ports of a line; adjacent ranges of addresses with the same ports become one. */
function factsOf(lines: readonly string[]): Facts {
  const facts = new Map<string, string>();
  const rangesByRest = new Map<string, [number, number][]>();
  for (const line of lines) {
    const [, from, to, ports] = /^(.*) => (.*) : (.*)$/.exec(line)!;
    const range = rangeOf(from) ?? rangeOf(to);
    if (!range) {
      facts.set(`${from} => ${to}`, ports);
      continue;
    }
    const rest = rangeOf(from) ? `External => ${to} : ${ports}` : `${from} => External : ${ports}`;
    rangesByRest.set(rest, [...rangesByRest.get(rest) ?? [], range]);
  }
  for (const [rest, ranges] of rangesByRest) facts.set(rest, JSON.stringify(merged(ranges)));
  return facts;
}

function rangeOf(end: string): [number, number] | undefined {
  const match = /^([\d.]+)-([\d.]+)\[External\]$/.exec(end);
  return match ? [numberOf(match[1]), numberOf(match[2])] : undefined;
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function merged(ranges: readonly [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = result.at(-1);
    if (before && before[1] + 1 === first) before[1] = last;
    else result.push([first, last]);
  }
  return result;
}

describeWithShared('the connections of another policy analyzer', () => {
  // A callback of test.each would fail on a clone without the vectors.
  const suites = readdirSync(join(VECTORS, 'tests'));

  test('are those of 25 suites', () => expect(suites).toHaveLength(25));

  test.each(suites)('are ours for %s', (suite) => {
    const source = BY_ANOTHER_MODEL[suite]?.source;
    const expected = expectedOf(suite).filter(line => source === undefined || !line.startsWith(source));
    expect(factsOf(connectionsOf(suite))).toEqual(factsOf(expected));
  });

  test.each(Object.entries(BY_ANOTHER_MODEL))('differ in %s as the table says', (suite, { source }) => {
    expect(expectedOf(suite).some(line => line.startsWith(source))).toBe(true);
  });
});
