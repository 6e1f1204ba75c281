import * as fc from 'fast-check';
import { examined } from './support/examine';
import { FakeKubectl } from './support/fake-kubectl';
import { HEALTHY, minutesAgo, policy } from './support/objects';
import { CannotExamine, CHECKS } from '../../src/doctor';
import { Json, JsonObject } from '../../src/manifest';

const EVENT: JsonObject = {
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: 'e', namespace: 'shop' },
  reason: 'BackOff',
  message: 'again',
  lastTimestamp: minutesAgo(1),
  involvedObject: { kind: 'Pod', name: 'ticker-5d9c-x7k2p' },
};
const OBJECTS: readonly JsonObject[] = [...HEALTHY, EVENT, policy('closed', 'shop', { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ podSelector: {} }], ports: [{ port: 53 }] }] })];
const RAW: JsonObject = {
  'varz': { slow_consumers: 1, start: minutesAgo(9) },
  'connz?limit=10000': { connections: [{ ip: '10.1.0.5' }] },
  'state=closed&limit=10000': { connections: [{ ip: '10.1.0.5', stop: minutesAgo(1), reason: 'Stale Connection' }] },
};

/** The ways to all fields of a value, its own included. */
function pathsOf(value: Json | undefined): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [[], ...entries.flatMap(([key, inner]) => pathsOf(inner as Json).map(path => [key, ...path]))];
}

function replaced(value: Json | undefined, [step, ...rest]: readonly (string | number)[], by: Json | undefined): Json | undefined {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((inner: Json, i) => (i === step ? replaced(inner, rest, by) ?? null : inner));
  return { ...value as JsonObject, [step]: replaced((value as JsonObject)[step], rest, by) };
}

const WORLD: JsonObject = { objects: OBJECTS, raw: RAW };
// What lists are made of stays: kubectl prints objects.
const PATHS = pathsOf(WORLD).filter(([, ...inner]) => inner.length > 1 && inner[1] !== 'kind');

test('whatever shape the objects of a cluster have, each check ends', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom(...PATHS), fc.constantFrom<Json | undefined>(undefined, null, 'x', 7, [], {}, [null], ['x']), async (path, by) => {
    const world = replaced(WORLD, path, by) as { objects: JsonObject[]; raw: Record<string, Json> };
    const kubectl = new FakeKubectl({ ...world, probe: { code: 0, log: 'ok login' }, environments: { 'ticker-5d9c-x7k2p': 'x' } });
    try {
      const { results } = await examined({ objects: [] }, { kubectl, probe: { image: 'busybox' } });
      expect(results).toHaveLength(CHECKS.length);
    } catch (error) {
      // Without its name or namespace the workload is not found.
      expect(error).toBeInstanceOf(CannotExamine);
    }
    expect(kubectl.pods.size).toBe(0);
  }), { numRuns: 40 });
});
