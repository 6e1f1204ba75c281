import { readFileSync } from 'fs';
import { join } from 'path';
import { examined } from './support/examine';
import { FakeKubectl, forbidden, refusal, World } from './support/fake-kubectl';
import { HEALTHY, healthyBut, HELD, tickerPod } from './support/objects';

const PLACES: Readonly<Record<string, string>> = { shop: 'namespace of the workload', messaging: 'namespace of the server' };

/** The rights of the table, as `WHERE VERB RESOURCE`. */
function rightsOfTable(): string[] {
  const guide = readFileSync(join(__dirname, '../../docs/doctor.md'), 'utf8');
  const [, section] = guide.split('## What it needs\n');
  const rows = section.split('\n## ')[0].split('\n').filter(line => line.startsWith('|')).slice(2).map(line => line.split('|').slice(1, -1));
  return rows.flatMap(([where, verbs, resources]) => namesIn(verbs).flatMap(verb => namesIn(resources).map(resource => `${where.split(',')[0].replace(/`/g, '').trim()} ${verb} ${resource}`)));
}

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
}

/** What kubectl asks the API server for, as kubectl 1.32 was seen to do. */
function rightsOf(command: string): string[] {
  const [verb, what, name] = command.split(' ');
  const namespace = / -n (\S+)/.exec(command)?.[1] ?? /namespaces\/([^/]+)/.exec(command)?.[1];
  const where = namespace === undefined ? 'all namespaces' : PLACES[namespace] ?? namespace;
  const asked = (...rights: string[]): string[] => rights.map(right => `${where} ${right}`);
  switch (verb) {
    case 'api-versions': return [];
    case 'logs': return asked('get pods', 'get pods/log');
    case 'exec': return asked('get pods', 'create pods/exec');
    case 'create':
    case 'delete': return asked(`${verb} pods`);
    default:
      if (what === '--raw') return asked('get pods/proxy');
      return asked(name.startsWith('-') ? `list ${what}` : `get ${what}s`);
  }
}

/** Clusters that make doctor ask for all that it may ask for. */
const WORLDS: readonly Partial<World>[] = [
  { raw: { varz: { slow_consumers: 1 } }, probe: { code: 0, log: 'ok login' } },
  { instead: { exec: refusal('error: executable file not found in $PATH\n') } },
  { objects: healthyBut(tickerPod(HELD)) },
  { instead: { 'get services -A': forbidden('list', 'services') } },
  { instead: { 'api-versions': { type: 'ended', code: 0, out: 'cilium.io/v2\ncrd.projectcalico.org/v1\npolicy.networking.k8s.io/v1alpha1\n', err: '' } } },
];

async function askedRights(): Promise<string[]> {
  const kubectls = WORLDS.map(world => new FakeKubectl({ objects: HEALTHY, ...world }));
  for (const kubectl of kubectls) await examined({ objects: [] }, { kubectl, probe: { image: 'busybox' }, workloads: [{ name: 'ticker' }] });
  const everywhere = new FakeKubectl({ objects: HEALTHY });
  await examined({ objects: [] }, { kubectl: everywhere, workloads: [], where: 'all' });
  return [...new Set([...kubectls, everywhere].flatMap(({ commands }) => commands).flatMap(rightsOf))].sort();
}

test('the table of rights in the guide holds what kubectl asks for, and nothing else', async () => {
  expect(rightsOfTable().sort()).toEqual(await askedRights());
});
