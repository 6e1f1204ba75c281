import { readdirSync, readFileSync } from 'fs';
import { join, relative } from 'path';
import { fieldsWithoutUse, Oracle } from './adopt-oracle';
import { containersOf, manifestsOf, podOf, Value } from './adopt-oracle/manifests';
import { inputFaults, Proof, prove } from '../../src/adopt';
import { adoptSet } from '../../src/adopt/map';
import { ManifestSet, readPaths, readText, SourceDocument } from '../../src/manifest';
import { verify } from '../../src/verify';
import { styleFaults } from '../adopt/support/style';
import { TOOLCHAIN } from '../adopt/support/toolchain';
import { describeWithShared, PETROSA, SHARED } from '../support/shared';
import { typeErrors } from '../support/type-errors';

const CORPUS = join(SHARED, 'nats-corpus');
const STATE = join(PETROSA, 'cluster-state.yaml');
const EXTRACTOR = 'petrosa/binance-data-extractor/k8s';

/** Where one object stands in two ways in a repository, each of the ways. */
const IN_PARTS: Readonly<Record<string, readonly string[]>> = {
  'OpenFunction__OpenFunction': ['config', 'test'],
  'sanjeev0303__motion-mesh': ['infra/k8s', 'infra/rendered'],
};

/** A Kustomization that changes what is applied: no app does what it does (docs/adopt.md). */
const CHANGED_BY_TOOL = 'nats-corpus/HermesNotifications__hermes';

/** The kinds that the library or cdk8s-plus has constructs for. */
const CONSTRUCTED: ReadonlySet<string> = new Set(['CronJob', 'DaemonSet', 'Deployment', 'Job', 'NetworkPolicy', 'Service', 'StatefulSet']);

/** Policies of both directions, by the folders in which they lie. */
const OF_BOTH_DIRECTIONS: readonly [string, readonly string[]][] = [
  ['AlexanderHabscheid__velocity', ['velocity-control-plane-allow', 'velocity-proxy-allow']],
  ['MuhamedZanabal__nextcore-erp', ['nextcore-network-policy']],
  ['globalbusinessadvisors__llm-registry', ['llm-registry-server']],
  ['peterseb1969__World-in-a-Pie',
    ['def-store-allow', 'document-store-allow', 'ingest-gateway-allow', 'registry-allow-ingress', 'reporting-sync-allow', 'template-store-allow']],
  ['twpark-ops__Ashenmere', ['allow-dashboard', 'allow-server']],
];

/** The objects of those kinds for which no construct can stand, with the reason. */
const KEPT: readonly string[] = [
  ...OF_BOTH_DIRECTIONS.flatMap(([folder, names]) => names.map(name => `${folder} NetworkPolicy/${name}: it limits both directions, and a construct limits one`)),
  'Ikey168__Modulo NetworkPolicy/nats-ingress: no construct can say spec.ingress[0], '
    + 'pods app=modulo-api in namespace modulo TCP client, pods modulo.plugin/tier=external in namespace modulo TCP client',
  'petrosa/bot-ta-analysis/k8s NetworkPolicy/petrosa-ta-bot-allow-egress: no construct can say spec.egress[1], anywhere TCP 443, anywhere TCP 80',
  'devtron-labs__devtron Service/lens-service: its construct cannot say spec.ports[0].targetPort',
  ...['marketdatapublisher', 'marketdatasubscriber', 'positionpublisher', 'positionsubscriber']
    .map(name => `ilovelili__sumoproto Deployment/${name}: the library has no construct for extensions/v1beta1 Deployment`),
  ...['kubeless-controller-manager', 'nats-trigger-controller']
    .map(name => `jaxxstorm__kubeless-events-example Deployment/${name}: the library has no construct for apps/v1beta1 Deployment`),
  'rogerio-castellano__real-time-betting-engine Job/init-nats-streams: its pods have no labels that its selector names one by one',
];

interface Adopted {
  readonly proof: Proof;
  readonly oracle: Oracle;

  /** The texts of the files. */
  readonly input: readonly string[];
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);
}

function setOf(path: string, state?: readonly SourceDocument[]): ManifestSet {
  return new ManifestSet({ files: readPaths([path]).documents, state });
}

/** The app for a folder of manifests, the proof of it, and what has a look at it from outside. */
function adopted(path: string, state?: readonly SourceDocument[]): Adopted {
  const input = verify(setOf(path, state));
  const proof = prove({
    input,
    write: adoptSet,
    setOf: yaml => new ManifestSet({ files: readText('rendered.yaml', yaml).documents, state }),
    toolchain: TOOLCHAIN,
  });
  const texts = [...new Set(input.facts.objects.map(object => object.position().file))].map(file => readFileSync(file, 'utf8'));
  return { proof, input: texts, oracle: new Oracle({ input: texts, rendered: proof.synthesis.yaml, state: state && [readFileSync(STATE, 'utf8')] }) };
}

/** The names in the rows of each table above a class. */
function tablesIn({ proof }: Adopted): string[][] {
  return [...proof.files.values()].flatMap(text => [...text.matchAll(/^const \w+ = \[\n(.*?)^\];$/gms)])
    .map(([, rows]) => [...rows.matchAll(/^ +(?:\{ )?name: '([^']+)'/gm)].map(([, name]) => name));
}

/** The names of CronJobs whose containers have the same image, command and variables, where there are several. */
function alikeIn({ input }: Adopted): string[][] {
  const groups = new Map<string, string[]>();
  for (const manifest of manifestsOf(input).values()) {
    const [container] = containersOf(podOf(manifest));
    if (manifest.kind !== 'CronJob') continue;
    const key = JSON.stringify([container.image, container.command, container.env.map(({ name }: Value) => name).sort()]);
    groups.set(key, [...groups.get(key) ?? [], manifest.name]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

describeWithShared('adopted manifests', () => {
  const state = readPaths([STATE]).documents;
  const systems = foldersIn(PETROSA).map(name => join(PETROSA, name, 'k8s'));
  const corpus = foldersIn(CORPUS).flatMap(name => (IN_PARTS[name] ?? ['']).map(part => join(CORPUS, name, part)));
  const titles = [...systems, ...corpus].map(path => relative(SHARED, path));
  const apps = new Map<string, Adopted>();
  const app = (title: string): Adopted => apps.get(title)!;
  beforeAll(() => {
    for (const path of systems) apps.set(relative(SHARED, path), adopted(path, state));
    for (const path of corpus) apps.set(relative(SHARED, path), adopted(path));
  }, 120_000);

  test.each(titles.filter(title => title !== CHANGED_BY_TOOL))('%s differs in nothing but what a page speaks of', (title) => {
    expect(app(title).oracle.faults()).toEqual([]);
  });

  test.each(titles.filter(title => title !== CHANGED_BY_TOOL))('%s differs in nothing that is not explained', (title) => {
    expect(app(title).proof.unexplained.map(({ before, after, field }) => [before?.id, after?.id, field])).toEqual([]);
  });

  test.each(titles)('%s gets no finding', (title) => {
    expect(app(title).proof.newFindings.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });

  test('all workloads, Services and policies become constructs but for those that cannot', () => {
    const kept = [...apps].flatMap(([title, { proof }]) => proof.app.kept.filter(({ object: { kind } }) => CONSTRUCTED.has(kind))
      .map(({ object, why }) => `${title.replace(/^nats-corpus\//, '')} ${object.kind}/${object.name}: ${why}`));
    expect(kept.sort()).toEqual([...KEPT].sort());
  });

  test('a Kustomization that changes what is applied is said to be lost, and nothing else is', () => {
    const { oracle, proof } = app(CHANGED_BY_TOOL);
    expect([oracle.faults(), proof.unexplained.map(({ before }) => before?.kind)]).toEqual([[expect.stringContaining('Kustomization')], ['Kustomization']]);
  });

  test.each(Object.keys(IN_PARTS))('%s cannot be adopted as a whole, since an object stands in two ways in it', (name) => {
    expect(inputFaults(setOf(join(CORPUS, name)).objects)[0].what).toContain('defined in another way');
  });

  test('each row of what may differ is about something that does', () => {
    expect(fieldsWithoutUse([...apps.values()].flatMap(({ oracle }) => oracle.changedFields()))).toEqual([]);
  });

  test('all code compiles', () => {
    const files = [...apps.values()].flatMap(({ proof }, i) =>
      [...proof.files].map(([file, text]) => [join(`adopted-${i}`, file), text] as const));
    expect(typeErrors(new Map(files))).toEqual([]);
  }, 60_000);

  test('no code says any', () => {
    const withoutTexts = (text: string) => text.replace(/'[^'\n]*'|`[^`]*`|\/\/.*/g, '');
    const files = [...apps.values()].flatMap(({ proof }) => [...proof.files.values()]);
    expect(files.filter(text => /(?::|\bas) any\b/.test(withoutTexts(text)))).toEqual([]);
  });

  test('all code keeps the style of this project', () => {
    expect([...apps].flatMap(([title, { proof }]) => [...proof.files.values()].flatMap(styleFaults).map(fault => `${title}: ${fault}`))).toEqual([]);
  }, 60_000);

  test('the rows of a table are all workloads of one image, command and configuration', () => {
    const [tables, alike] = [tablesIn(app(EXTRACTOR)), alikeIn(app(EXTRACTOR))].map(lists => lists.map(names => [...names].sort()));
    expect(alike).toEqual(expect.arrayContaining(tables));
  });

  test('those of the extractor are five that fill gaps and ten with another database', () => {
    expect(tablesIn(app(EXTRACTOR)).map(names => names.map(name => /gap-filler|data-manager|mongodb/.exec(name)?.[0])))
      .toEqual([Array(5).fill('gap-filler'), [...Array(5).fill('data-manager'), ...Array(5).fill('mongodb')]]);
  });

  test.each(['bot-ta-analysis', 'cio', 'realtime-strategies'])('%s has no table, since no two of its workloads run one image', (name) => {
    expect(tablesIn(app(`petrosa/${name}/k8s`))).toEqual([]);
  });
});
