import { readdirSync } from 'fs';
import { join } from 'path';
import * as fc from 'fast-check';
import { factsOf, graphOf, service, workload } from './graph-of';
import { buildGraph, edgeLines, Graph, nodeLines } from '../../src/graph';
import { ManifestSet, readPaths } from '../../src/manifest';
import { formatGraphJson } from '../../src/report';
import { verify } from '../../src/verify';
import { describeWithShared, PETROSA } from '../support/shared';

const NATS = 'nats://bus.shop.svc.cluster.local:4222';
const edges = (graph: Graph): string[] => graph.edges.map(edge => [edge.from, ...edgeLines(edge), edge.to].join(' | '));
const node = (graph: Graph, kind: string): string[] => graph.nodes.filter(one => one.kind === kind).map(one => nodeLines(one).join(' | '));

describe('what a need leads to', () => {
  test.each([
    ['a Service', 'http://api.shop.svc.cluster.local', 'service/shop/api'],
    ['a Service that NATS is spoken with', NATS, 'service/shop/bus'],
    ['a host outside', 'https://rates.example.com', 'host/rates.example.com'],
    ['an address', 'http://203.0.113.7:8080', 'address/203.0.113.7'],
    ['a name of two meanings', 'http://api.elsewhere:80', 'unresolved/api.elsewhere'],
    ['the cluster address of a Service', 'http://10.0.0.9:80', 'service/shop/fixed'],
  ])('%s', (_, url, id) => {
    const fixed = service('fixed', { clusterIP: '10.0.0.9', selector: { app: 'fixed' }, ports: [{ port: 80 }] });
    expect(graphOf([workload('Deployment', 'web', { SERVER_URL: url }), fixed]).edges[0].to).toBe(id);
  });

  test('a Service that NATS is spoken with is a NATS server', () => {
    expect(node(graphOf([service('bus'), workload('Deployment', 'web', { NATS_URL: NATS })]), 'nats')).toEqual(['NATS server | bus']);
  });

  test('the key of a Secret that holds the address', () => {
    const graph = graphOf([workload('Deployment', 'web', { MYSQL_URI: { secretKeyRef: { name: 'database', key: 'uri' } } })]);
    expect(node(graph, 'unknown')).toEqual(['MySQL, address unknown | uri | in Secret database']);
  });

  test('the key of a ConfigMap that is not known', () => {
    const graph = graphOf([workload('Deployment', 'web', { NATS_URL: { configMapKeyRef: { name: 'settings', key: 'nats' } } })]);
    expect(node(graph, 'unknown')).toEqual(['NATS, address unknown | nats | in ConfigMap settings']);
  });

  test('a Service that the state lacks does not exist', () => {
    const graph = graphOf([workload('Deployment', 'web', { API_URL: 'http://api:80' })], service('other'));
    expect(node(graph, 'service')).toEqual(['Service (does not exist) | api']);
  });
});

test('an edge names all variables that hold its address', () => {
  const graph = graphOf([workload('Deployment', 'web', { RATES_URL: 'https://rates.example.com', BACKUP_URL: 'https://rates.example.com' })]);
  expect(graph.edges.map(({ names }) => names)).toEqual([['BACKUP_URL', 'RATES_URL']]);
});

test('each server of a list gets the names of all variables with the list', () => {
  const servers = 'nats://a.shop.svc.cluster.local:4222,nats://b.shop.svc.cluster.local:4222';
  const graph = graphOf([service('a'), service('b'), workload('Deployment', 'web', { NATS_URL: servers, NATS_SERVERS: servers })]);
  expect(graph.edges.filter(({ kind }) => kind === 'needs').map(({ to, names }) => [to, ...names])).toEqual([
    ['service/shop/a', 'NATS_SERVERS', 'NATS_URL'], ['service/shop/b', 'NATS_SERVERS', 'NATS_URL'],
  ]);
});

test('a Service that no manifest holds is marked', () => {
  expect(node(graphOf([workload('Deployment', 'web', { NATS_URL: NATS })]), 'nats')).toEqual(['NATS server (not in the manifests) | bus']);
});

test('the cluster address of a Service that NATS is spoken with is a NATS server', () => {
  const fixed = service('fixed', { clusterIP: '10.0.0.9', selector: { app: 'fixed' }, ports: [{ port: 4222 }] });
  expect(node(graphOf([fixed, workload('Deployment', 'web', { NATS_URL: 'nats://10.0.0.9:4222' })]), 'nats')).toEqual(['NATS server | fixed']);
});

test.each(['http://under_score..shop', 'http://a..b'])('a host that is no name is not resolved: %s', (url) => {
  expect(graphOf([workload('Deployment', 'web', { SERVER_URL: url })]).edges[0].to).toMatch(/^unresolved/);
});

test('a host that may hold a credential is not named', () => {
  const { nodes } = graphOf([workload('Deployment', 'web', { SERVER_URL: 'http://token=abcdef' })]);
  expect(nodes.map(({ id }) => id)).toEqual(['unreadable/HTTP', 'workload/shop/Deployment/web']);
});

test.each([
  ['as user info', 'nats://web:hunter2secret@bus.shop.svc.cluster.local:4222', 'hunter2secret'],
  ['in the place of a host', 'http://ghp_hunter2secret', 'ghp_hunter2secret'],
  ['in the place of a Service', 'http://ghp_hunter2secret.shop.svc.cluster.local', 'ghp_hunter2secret'],
])('a credential in a URL is nowhere in the graph: %s', (_, url, credential) => {
  expect(JSON.stringify(graphOf([workload('Deployment', 'web', { SERVER_URL: url })]))).not.toContain(credential);
});

describe('subjects', () => {
  test('go from the publisher to the subscriber with its queue group', () => {
    const graph = graphOf([
      workload('Deployment', 'a', { NATS_URL: NATS, NATS_PUBLISH_SUBJECT: 'orders.new' }),
      workload('Deployment', 'b', { NATS_URL: NATS, NATS_SUBSCRIBE_SUBJECT: 'orders.new', NATS_QUEUE_GROUP: 'billing' }),
    ], service('bus', { selector: { app: 'bus' }, ports: [{ port: 4222 }] }));
    expect(edges(graph).filter(line => line.includes('subject/'))).toEqual([
      'subject/orders.new | delivers, queue billing | workload/shop/Deployment/b',
      'workload/shop/Deployment/a | publishes | subject/orders.new',
    ]);
  });

  test('match the patterns of subscribers', () => {
    const graph = graphOf([workload('Deployment', 'a', { NATS_PUBLISH_SUBJECT: 'orders.new', NATS_SUBSCRIBE_SUBJECT: 'orders.*' })]);
    expect(edges(graph)).toContain('subject/orders.new | matches | subject/orders.*');
  });

  test('match no pattern that is the very same', () => {
    const graph = graphOf([workload('Deployment', 'web', { ORDERS_PUBLISH_SUBJECT: 'orders.*', ORDERS_SUBSCRIBE_SUBJECT: 'orders.*' })]);
    expect(graph.edges.map(({ kind }) => kind)).not.toContain('matches');
  });

  test('of a client whose server is not known are not known to pass', () => {
    expect(edges(graphOf([workload('Deployment', 'a', { NATS_PUBLISH_SUBJECT: 'orders.new' })])))
      .toEqual(['workload/shop/Deployment/a | ? publishes | subject/orders.new']);
  });

  test('of a client that reaches one of its servers pass', () => {
    const variables = { NATS_URL: NATS, NATS_BACKUP_URL: 'nats://gone.shop.svc.cluster.local:4222', NATS_PUBLISH_SUBJECT: 'orders.new' };
    const graph = graphOf([workload('Deployment', 'a', variables)], service('bus', { selector: { app: 'bus' }, ports: [{ port: 4222 }] }));
    expect(graph.edges.find(({ kind }) => kind === 'publishes')?.verdict).toBe('allowed');
  });

  test('that may hold a credential are left out', () => {
    expect(node(graphOf([workload('Deployment', 'a', { NATS_PUBLISH_SUBJECT: 'x.password=hunter2' })]), 'subject')).toEqual([]);
  });
});

describe('Services and Ingresses', () => {
  const ingress = (port: number): string => JSON.stringify({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'door', namespace: 'shop' },
    spec: { defaultBackend: { service: { name: 'web', port: { number: port } } } },
  });

  test('lead to pods', () => {
    expect(edges(graphOf([service('web'), workload('Deployment', 'web', {}), ingress(80)]))).toEqual([
      'ingress/shop/door | HTTP 80 | service/shop/web', 'service/shop/web | workload/shop/Deployment/web',
    ]);
  });

  test('an Ingress to a port that is not served is blocked', () => {
    expect(edges(graphOf([service('web'), ingress(8080)]))).toEqual(['ingress/shop/door | ✗ HTTP 8080 | port not served | service/shop/web']);
  });

  test('an Ingress to a Service that does not exist is blocked', () => {
    expect(edges(graphOf([ingress(80)], service('other')))).toEqual(['ingress/shop/door | ✗ HTTP 80 | no such Service | service/shop/web']);
  });

  test('an ExternalName Service leads to its name, over others', () => {
    const named = (name: string, externalName: string): string => service(name, { type: 'ExternalName', externalName });
    expect(edges(graphOf([named('a', 'b.shop.svc.cluster.local')], named('b', 'db.example.com')))).toEqual([
      'service/shop/a | service/shop/b', 'service/shop/b | host/db.example.com',
    ]);
  });
});

describe('families', () => {
  const jobs = (names: readonly string[]): string[] => names.map(name => workload('CronJob', name, { RATES_URL: 'https://rates.example.com' }));

  test('CronJobs with the very same edges are one node with what their names differ in', () => {
    expect(node(graphOf(jobs(['load-1h-prod', 'load-5m-prod', 'load-1d-prod'])), 'workload')).toEqual(['3 CronJobs | load-*-prod | 1d, 1h, 5m']);
  });

  test('a long list of members is cut', () => {
    const names = Array.from({ length: 12 }, (_, i) => `load-${i + 10}-minutes`);
    expect(node(graphOf(jobs(names)), 'workload')).toEqual(['12 CronJobs | load-*-minutes | 10, 11, 12, 13, 14, 15, 16, 17, 18, … 3 more']);
  });

  test('their texts are about the family', () => {
    const policy = JSON.stringify({
      apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'deny', namespace: 'shop' }, spec: { podSelector: {}, policyTypes: ['Egress'] },
    });
    expect(graphOf([...jobs(['load-1h', 'load-5m']), policy]).edges[0].texts).toEqual([expect.stringContaining('shop/load-*[CronJob]')]);
  });

  test('CronJobs of other names stay apart', () => {
    expect(node(graphOf(jobs(['load-1h', 'store-1h'])), 'workload')).toHaveLength(2);
  });

  test('a CronJob with another edge stays apart', () => {
    const other = workload('CronJob', 'load-1d', { RATES_URL: 'https://other.example.com' });
    expect(node(graphOf([...jobs(['load-1h', 'load-5m']), other]), 'workload')).toEqual(['2 CronJobs | load-* | 1h, 5m', 'CronJob | load-1d']);
  });

  test('two families of one pattern have two ids', () => {
    const others = ['load-1d', 'load-1w'].map(name => workload('CronJob', name, { RATES_URL: 'https://other.example.com' }));
    const ids = graphOf([...jobs(['load-1h', 'load-5m']), ...others]).nodes.filter(({ kind }) => kind === 'workload').map(({ id }) => id);
    expect(ids).toEqual(['workload/shop/CronJob/load-*', 'workload/shop/CronJob/load-*#2']);
  });

  test('Deployments are never folded', () => {
    expect(node(graphOf([workload('Deployment', 'load-1', {}), workload('Deployment', 'load-2', {})]), 'workload')).toHaveLength(2);
  });
});

const HOSTS = [
  'http://api.shop.svc.cluster.local', 'http://api', 'https://rates.example.com', 'http://203.0.113.7:81', NATS, 'mysql://db.elsewhere', 'http://localhost:1',
];
const someWorkload = fc.record({
  kind: fc.constantFrom('Deployment', 'CronJob'),
  name: fc.constantFrom('a', 'a-1', 'a-2', 'b-1', 'b-2', 'c'),
  urls: fc.uniqueArray(fc.constantFrom(...HOSTS), { maxLength: 4 }),
});
const someSet = fc.uniqueArray(someWorkload, { maxLength: 6, selector: ({ kind, name }) => `${kind} ${name}` }).map(all => [
  service('api'), ...all.map(({ kind, name, urls }) => workload(kind, name, Object.fromEntries(urls.map((url, i) => [`SERVER${i}_URL`, url])))),
]);

test('each need of each workload is one edge, of the workload or its family', () => {
  fc.assert(fc.property(someSet, (files) => {
    const facts = factsOf(files);
    const graph = buildGraph(facts);
    const ofWorkload = new Map(graph.nodes.flatMap(({ id, workloadKind, name, members }) => (members ?? [name]).map(member => [`${workloadKind} ${member}`, id])));
    for (const need of facts.needs) {
      const from = ofWorkload.get(`${need.workload.kind} ${need.workload.name}`);
      const { verdict } = facts.answer(need);
      const same = graph.edges.filter(edge =>
        edge.from === from && edge.names.includes(need.name) && edge.verdict === verdict && edge.port === need.port);
      expect(same).toHaveLength(1);
    }
  }), { numRuns: 8 });
});

test('each edge has its nodes, and each id is given once', () => {
  fc.assert(fc.property(someSet, (files) => {
    const { nodes, edges: all } = graphOf(files);
    const ids = new Set(nodes.map(({ id }) => id));
    expect([ids.size, all.filter(({ from, to }) => !ids.has(from) || !ids.has(to))]).toEqual([nodes.length, []]);
  }), { numRuns: 8 });
});

test('files in another order and of other names give the same graph', () => {
  const shuffled = someSet.chain(files => fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })));
  fc.assert(fc.property(shuffled, ([files, others]) => {
    expect(graphOf(others)).toEqual(graphOf(files));
  }), { numRuns: 8 });
});

test('of policies that decide alike the same one is named in each order of files', () => {
  const policy = (name: string): string => JSON.stringify({
    apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: 'shop' }, spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{}] },
  });
  const [first, second, web] = [policy('first'), policy('second'), workload('Deployment', 'web', { API_URL: 'http://api' })];
  expect(graphOf([second, first, web, service('api')])).toEqual(graphOf([first, second, web, service('api')]));
});

describeWithShared('the platform', () => {
  test('has a graph that is the same in each order of files', () => {
    const systems = readdirSync(PETROSA, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => join(PETROSA, name, 'k8s'));
    const { documents } = readPaths(systems, {});
    const state = readPaths([join(PETROSA, 'cluster-state.yaml')], {}).documents;
    const drawn = (files: typeof documents): string => formatGraphJson(buildGraph(verify(new ManifestSet({ files, state }), [], {}, []).facts));
    expect(drawn([...documents].reverse())).toBe(drawn(documents));
  });
});
