import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, App, Chart, IResolver, Lazy, ResolutionContext, Testing, YamlOutputType } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, IConstruct } from 'constructs';
import * as fc from 'fast-check';
import { build, propsOf, randomApps } from './support/random-app';
import { written } from './support/written';
import { PetrosaApp } from '../../src';

/** What cdk8s writes, and what is written here, where only the class of the app differs. */
function both(make: (kind: typeof App, outdir: string) => App): { readonly stock: unknown; readonly linear: unknown } {
  const [stock, linear] = [App, PetrosaApp].map(kind => written(outdir => make(kind, outdir)));
  return { stock, linear };
}

function objectIn(scope: Construct, id: string, spec?: unknown): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'Thing', metadata: { name: id }, spec } as ConstructorParameters<typeof ApiObject>[2]);
}

describe('a random app', () => {
  const RUNS = { numRuns: 200 };

  test('is written as cdk8s writes it, to the byte, or fails as there', () => {
    fc.assert(fc.property(randomApps, (random) => {
      const { stock, linear } = both((kind, outdir) => build(random, new kind(propsOf(random, outdir))));
      expect(linear).toEqual(stock);
    }), RUNS);
  });

  test('is one text as cdk8s gives it, or fails as there', () => {
    const text = (app: App): string => {
      try {
        return app.synthYaml();
      } catch (error) {
        return String(error);
      }
    };
    fc.assert(fc.property(randomApps, (random) => {
      expect(text(build(random, new PetrosaApp()))).toBe(text(build(random, new App())));
    }), RUNS);
  });
});

describe('what changes how cdk8s renders is honoured:', () => {
  /** Replaces one word by another. */
  class WordResolver implements IResolver {
    public resolve(context: ResolutionContext): void {
      if (context.value === 'word') context.replaceValue('other');
    }
  }

  /** An app that leaves charts out. */
  const withoutCharts = (kind: typeof App): typeof App => class extends kind {
    public get charts(): Chart[] {
      return super.charts.filter(({ node }) => node.id !== 'left-out');
    }
  };

  const CASES: Readonly<Record<string, (kind: typeof App, outdir: string) => App>> = {
    'a resolver': (kind, outdir) => {
      const app = new kind({ outdir, resolvers: [new WordResolver()] });
      objectIn(new Chart(app, 'chart'), 'thing', { text: 'word' });
      return app;
    },
    'charts that a subclass gives': (kind, outdir) => {
      const app = new (withoutCharts(kind))({ outdir });
      for (const id of ['left-out', 'kept']) objectIn(new Chart(app, id), 'thing');
      return app;
    },
    'a chart whose objects are named by a method': (kind, outdir) => {
      class NamedChart extends Chart {
        public generateObjectName(object: ApiObject): string {
          return `my-${object.node.id}`;
        }
      }
      const app = new kind({ outdir });
      new kplus.ConfigMap(new NamedChart(app, 'chart'), 'config', { data: { KEY: 'value' } });
      return app;
    },
    'an object that another is made for while it is rendered': (kind, outdir) => {
      const app = new kind({ outdir });
      const [first, second] = ['first', 'second'].map(id => new Chart(app, id));
      objectIn(first, 'thing', Lazy.any({ produce: () => objectIn(second, 'late').name }));
      return app;
    },
    'a dependency on a construct of another app': (kind, outdir) => {
      const [app, other] = [new kind({ outdir }), new kind()];
      const thing = objectIn(new Chart(app, 'chart'), 'thing');
      thing.addDependency(objectIn(new Chart(other, 'chart'), 'other'));
      return app;
    },
    'a dependency on an object that another one of the same path replaces': (kind, outdir) => {
      const app = new kind({ outdir });
      const chart = new Chart(app, 'chart');
      objectIn(chart, 'thing').addDependency(objectIn(chart, 'replaced'));
      chart.node.tryRemoveChild('replaced');
      objectIn(chart, 'replaced', { is: 'new' });
      return app;
    },
    'a dependency that is made while the chart before is rendered': (kind, outdir) => {
      const app = new kind({ outdir });
      const [first, second] = ['first', 'second'].map(id => new Chart(app, id));
      const [early, late] = ['early', 'late'].map(id => objectIn(second, id));
      objectIn(first, 'thing', Lazy.any({ produce: () => { early.addDependency(late); return 'made'; } }));
      return app;
    },
    'dependencies that an object renders': (kind, outdir) => {
      const app = new kind({ outdir });
      const [first, second] = ['first', 'second'].map(id => new Chart(app, id));
      const thing: ApiObject = objectIn(first, 'thing', Lazy.any({ produce: () => thing.node.dependencies.map(({ node }) => node.path) }));
      objectIn(second, 'other');
      first.addDependency(second);
      return app;
    },
    'an object that cannot be rendered, after those that can': (kind, outdir) => {
      const app = new kind({ outdir, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
      for (const id of ['first', 'second']) objectIn(new Chart(app, id), id, id === 'second' ? new Date(0) : {});
      return app;
    },
    'a chart that is made while another is rendered, in the construct metadata': (kind, outdir) => {
      const app = new kind({ outdir, recordConstructMetadata: true });
      objectIn(new Chart(app, 'chart'), 'thing', Lazy.any({ produce: () => objectIn(new Chart(app, 'late'), 'made').name }));
      return app;
    },
    'an output type that is not known': (kind, outdir) => {
      const app = new kind({ outdir, yamlOutputType: 99 as YamlOutputType });
      objectIn(new Chart(app, 'chart'), 'thing');
      return app;
    },
    'objects that are not given, by a chart of its own': (kind, outdir) => {
      class SparseChart extends Chart {
        public toJson(): any[] {
          return [undefined, ...super.toJson()];
        }
      }
      const app = new kind({ outdir, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
      objectIn(new SparseChart(app, 'chart'), 'thing');
      return app;
    },
    'a chart of its own that gives no object': (kind, outdir) => {
      class EmptyChart extends Chart {
        public toJson(): any[] {
          return [null];
        }
      }
      return new EmptyChart(new kind({ outdir, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE }), 'chart').node.root as App;
    },
    'construct metadata of an app that writes its own': (kind, outdir) => {
      const app = new kind({ outdir, recordConstructMetadata: true });
      Object.assign(app, { writeConstructMetadata: (objects: ApiObject[]) => writeFileSync(join(outdir, 'own.json'), JSON.stringify(objects.map(({ name }) => name))) });
      objectIn(new Chart(app, 'chart'), 'thing');
      return app;
    },
    'a dependency of an object on itself': (kind, outdir) => {
      const app = new kind({ outdir });
      const chart = new Chart(app, 'chart');
      objectIn(chart, 'kept');
      const thing = objectIn(chart, 'thing');
      thing.addDependency(thing);
      return app;
    },
    'an environment that asks for construct metadata': (kind, outdir) => {
      process.env.CDK8S_RECORD_CONSTRUCT_METADATA = 'true';
      try {
        const app = new kind({ outdir });
        objectIn(new Chart(app, 'chart'), 'thing');
        return app;
      } finally {
        delete process.env.CDK8S_RECORD_CONSTRUCT_METADATA;
      }
    },
    'the extension of files': (kind, outdir) => {
      const app = new kind({ outdir, outputFileExtension: '.yml', yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
      objectIn(new Chart(app, 'chart'), 'a thing');
      return app;
    },
  };

  test.each(Object.entries(CASES))('%s', (_, make) => {
    const { stock, linear } = both(make);
    expect(linear).toEqual(stock);
  });
});

describe('dependencies of constructs order their objects as in cdk8s:', () => {
  /** A chart with groups of objects, named after their group. */
  function grouped(app: App, groups: Readonly<Record<string, number>>): { readonly chart: Chart; readonly group: (id: string) => IConstruct } {
    const chart = new Chart(app, 'chart');
    for (const [id, size] of Object.entries(groups)) {
      const group = new Construct(chart, id);
      for (let i = 0; i < size; i++) objectIn(group, `${id}-${i}`);
    }
    return { chart, group: id => chart.node.findChild(id) };
  }

  const CASES: Readonly<Record<string, (app: App) => void>> = {
    'a group on a later one': (app) => {
      const { group } = grouped(app, { first: 2, second: 2 });
      group('first').node.addDependency(group('second'));
    },
    'a group on two later ones, the last one first': (app) => {
      const { group } = grouped(app, { first: 2, second: 2, third: 2 });
      group('first').node.addDependency(group('third'), group('second'));
    },
    'a chart on a group, and a group before it on another': (app) => {
      const { chart, group } = grouped(app, { first: 1, second: 1, third: 1 });
      chart.addDependency(group('second'));
      group('first').node.addDependency(group('third'));
    },
    'an object on the group that holds it': (app) => {
      const { group } = grouped(app, { first: 3 });
      group('first').node.findChild('first-1').node.addDependency(group('first'));
    },
    'a chart on two of its own objects, which is a cycle': (app) => {
      const { chart, group } = grouped(app, { first: 2 });
      chart.addDependency(group('first').node.findChild('first-1'), group('first').node.findChild('first-0'));
    },
    'groups on each other, which is a cycle': (app) => {
      const { group } = grouped(app, { first: 2, second: 2 });
      group('first').node.addDependency(group('second'));
      group('second').node.addDependency(group('first'));
    },
    'a group on a group without objects': (app) => {
      const { group } = grouped(app, { first: 1, empty: 0, second: 1 });
      group('empty').node.addDependency(group('second'));
      group('first').node.addDependency(group('empty'));
    },
  };

  test.each(Object.entries(CASES))('%s', (_, depend) => {
    const { stock, linear } = both((kind, outdir) => {
      const app = new kind({ outdir });
      depend(app);
      return app;
    });
    expect(linear).toEqual(stock);
  });
});

describe('a synth', () => {
  /** An app of some charts that counts its validations. */
  function counted(kind: typeof App): { readonly app: App; readonly count: () => number } {
    const app = new kind();
    let validations = 0;
    app.node.addValidation({ validate: () => { validations++; return []; } });
    for (const id of ['first', 'second', 'third']) objectIn(new Chart(app, id), 'thing');
    return { app, count: () => validations };
  }

  test('validates once, however many charts there are', () => {
    const { app, count } = counted(PetrosaApp);
    app.synthYaml();
    expect(count()).toBe(1);
  });

  test('of a single chart validates the whole app, as cdk8s does', () => {
    const { app, count } = counted(PetrosaApp);
    Testing.synth(app.charts[0]);
    expect(count()).toBe(1);
  });

  test('follows chains of dependencies of any length', () => {
    const app = new PetrosaApp();
    const chart = new Chart(app, 'chart');
    const things = Array.from({ length: 20_000 }, (_, i) => objectIn(chart, `thing-${i}`));
    things.forEach((thing, i) => { if (i > 0) things[i - 1].addDependency(thing); });
    expect(app.synthYaml()).toMatch(/^apiVersion: v1\nkind: Thing\nmetadata:\n {2}name: thing-19999\n/);
  });

  test('records the dependencies of objects as cdk8s does', () => {
    const recorded = (kind: typeof App): string[] => {
      const app = new kind();
      const [first, second] = ['first', 'second'].map(id => new Chart(app, id));
      for (const chart of [first, second]) for (const id of ['a', 'b']) objectIn(chart, id);
      first.addDependency(second);
      app.synthYaml();
      return app.node.findAll().flatMap(source => source.node.dependencies.map(target => `${source.node.path} on ${target.node.path}`));
    };
    expect(recorded(PetrosaApp)).toEqual(recorded(App));
  });

  test('makes the folder for its files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'synth-'));
    new PetrosaApp({ outdir: join(folder, 'not', 'there') }).synth();
    expect(existsSync(join(folder, 'not', 'there'))).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
