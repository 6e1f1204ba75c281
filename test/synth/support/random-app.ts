import { ApiObject, App, AppProps, Chart, JsonPatch, Lazy, YamlOutputType } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import * as fc from 'fast-check';

/** A construct of a random app. */
interface RandomNode {
  readonly kind: 'chart' | 'object' | 'group';

  /** Which of the charts and groups before it holds it, counted round; undefined for the app. */
  readonly parent?: number;

  /** Whether an object may hold it too. */
  readonly inObject: boolean;
  readonly id: string;
  readonly name?: string;
  readonly content: unknown;
  readonly wish: 'nothing' | 'lazy' | 'patch' | 'own-json' | 'error';
}

/** An app to be built twice, by cdk8s and here. */
export interface RandomApp {
  readonly nodes: readonly RandomNode[];

  /** Which construct depends on which, counted round; of all constructs or, since they lead to many objects, of charts and groups. */
  readonly dependencies: readonly { readonly pair: readonly [number, number]; readonly ofAll: boolean }[];

  /** Which of two constructs depends on the other: as they are given, or the later one, or the earlier one, so that there are few cycles. */
  readonly direction: 'given' | 'backwards' | 'forwards';
  readonly yamlOutputType: YamlOutputType;
  readonly recordConstructMetadata: boolean;
}

const IDS = ['a', 'b', 'c', '0', '2', '10', '4294967295', '01', 'Default', 'Resource', 'a long id with Spaces'];

const node: fc.Arbitrary<RandomNode> = fc.record({
  kind: fc.constantFrom('chart', 'chart', 'object', 'object', 'object', 'object', 'group'),
  inObject: fc.nat(9).map(number => number === 0),
  parent: fc.option(fc.nat(40), { nil: undefined, freq: 5 }),
  id: fc.constantFrom(...IDS),
  name: fc.option(fc.constantFrom('web', 'db', '7'), { nil: undefined }),
  content: fc.jsonValue({ maxDepth: 1 }),
  wish: fc.oneof({ weight: 30, arbitrary: fc.constant('nothing' as const) }, { weight: 10, arbitrary: fc.constantFrom('lazy', 'patch', 'own-json') }, { weight: 1, arbitrary: fc.constant('error' as const) }),
});

/** Apps with few constructs, since cdk8s takes long to find dependencies among many. */
export const randomApps: fc.Arbitrary<RandomApp> = fc.record({
  nodes: fc.array(node, { minLength: 1, maxLength: 16, size: 'max' }),
  dependencies: fc.array(fc.record({ pair: fc.tuple(fc.nat(40), fc.nat(40)), ofAll: fc.boolean() }), { maxLength: 4, size: 'max' }),
  direction: fc.constantFrom('given', 'backwards', 'backwards', 'forwards', 'forwards'),
  yamlOutputType: fc.constantFrom(
    YamlOutputType.FILE_PER_CHART, YamlOutputType.FILE_PER_APP, YamlOutputType.FILE_PER_RESOURCE, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
  ),
  recordConstructMetadata: fc.boolean(),
});

/** A chart whose `toJson` is its own. */
class OwnChart extends Chart {
  public toJson(): any[] {
    return [...super.toJson(), { kind: 'Extra', metadata: { name: 'extra' } }];
  }
}

/** An object whose `toJson` is its own, and gives the same object twice. */
class OwnObject extends ApiObject {
  public toJson(): any {
    const labels = { app: 'own' };
    return { ...super.toJson(), first: labels, second: labels };
  }
}

/** Builds the constructs in an app. */
export function build<T extends App>({ nodes, dependencies, direction }: RandomApp, app: T): T {
  const made: IConstruct[] = [];
  for (const wanted of nodes) {
    const scopes = wanted.inObject ? made : holders(made);
    const parent = wanted.parent === undefined || scopes.length === 0 ? app : scopes[wanted.parent % scopes.length];
    made.push(construct(parent, wanted, parent.node.tryFindChild(wanted.id) ? `${wanted.id}-${made.length}` : wanted.id));
  }
  for (const { pair, ofAll } of dependencies) {
    const ends = ofAll ? made : holders(made);
    if (ends.length === 0) continue;
    const [source, target] = ordered(pair.map(number => number % ends.length), direction);
    if (source !== target || direction === 'given') ends[source].node.addDependency(ends[target]);
  }
  return app;
}

function holders(made: readonly IConstruct[]): readonly IConstruct[] {
  return made.filter(each => !ApiObject.isApiObject(each));
}

function ordered(pair: readonly number[], direction: RandomApp['direction']): readonly number[] {
  if (direction === 'given') return pair;
  return [...pair].sort((a, b) => (direction === 'backwards' ? b - a : a - b));
}

function construct(parent: Construct, { kind, name, content, wish }: RandomNode, id: string): IConstruct {
  const inChart = parent.node.scopes.some(scope => Chart.isChart(scope));
  if (kind === 'group') return new Construct(parent, id);
  if (kind === 'chart' || !inChart) return new (wish === 'own-json' ? OwnChart : Chart)(parent, id, { namespace: name });

  const spec = wish === 'lazy' ? Lazy.any({ produce: () => ({ content }) }) : { content };
  const props = { apiVersion: 'v1', kind: 'Thing', metadata: { name }, spec };
  const object = new (wish === 'own-json' ? OwnObject : ApiObject)(parent, id, props);
  if (wish === 'patch') object.addJsonPatch(JsonPatch.add('/patched', [content]));
  if (wish === 'error') object.node.addValidation({ validate: () => ['is wrong'] });
  return object;
}

/** The props that a random app asks for. */
export function propsOf({ yamlOutputType, recordConstructMetadata }: RandomApp, outdir: string): AppProps {
  return { yamlOutputType, recordConstructMetadata, outdir };
}
