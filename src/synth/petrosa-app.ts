import { mkdirSync } from 'fs';
import { App, Chart } from 'cdk8s';
import { apiObjectsOf, renderChart } from './private/chart-objects';
import { resolveDependencies } from './private/resolve-dependencies';
import { duringSynth } from './private/running-synth';
import { topologyOf } from './private/topology';
import { validateAll } from './private/validate-all';
import { OUTPUT_TYPES, writeManifests } from './private/write-manifests';
import { YamlPrinter } from './private/yaml-printer';

/**
 * An app that is synthesised in linear time. cdk8s validates and resolves the whole app once for each chart; this does it once, and writes the same
 * bytes: file names, order, dependencies, output types, patches, `Lazy`, construct metadata.
 *
 * What changes how cdk8s renders is honoured: resolvers, `toJson` of a chart or an object, names and charts that a subclass gives. Where an app depends
 * on what is no part of it, or a construct on itself, cdk8s synthesises it.
 *
 * All validations run before anything is rendered, and once: one that fails by what is rendered for an earlier chart is not asked again. A dependency between
 * groups of objects that a `Lazy` adds, or in `synthYaml` a validation, comes too late to order the objects.
 * `chart.toJson()` and `Testing.synth(chart)` validate the whole app at each call, as they do in every app.
 */
export class PetrosaApp extends App {
  /**
   * Writes all manifests to the output directory.
   * @throws if a construct is not valid, if dependencies form a cycle, or if an object cannot be rendered
   */
  public synth(): void {
    duringSynth(this, () => this.writeAll());
  }

  /**
   * All manifests of the app as one text.
   * @throws as `synth` does
   */
  public synthYaml(): string {
    return duringSynth(this, () => this.printAll());
  }

  private writeAll(): void {
    mkdirSync(this.outdir, { recursive: true });
    const tree = this.node.findAll();
    validateAll(tree);
    const indexed = resolveDependencies(tree);
    const charts = this.chartsInOrder();
    if (!charts || !OUTPUT_TYPES.has(this.yamlOutputType)) return super.synth();

    const { outdir, yamlOutputType: type, outputFileExtension: extension } = this;
    writeManifests(charts, { outdir, type, extension, indexed });
    /* eslint-disable dot-notation -- private in cdk8s */
    // With the charts and objects that there are when all is rendered.
    if (this['recordConstructMetadata']) this['writeConstructMetadata']((this.chartsInOrder() ?? this.charts).flatMap(apiObjectsOf));
    /* eslint-enable dot-notation */
  }

  private printAll(): string {
    const tree = this.node.findAll();
    resolveDependencies(tree);
    validateAll(tree);
    const charts = this.chartsInOrder();
    return charts ? new YamlPrinter().print(charts.flatMap(renderChart)) : super.synthYaml();
  }

  /** Undefined where only cdk8s knows the order. */
  private chartsInOrder(): readonly Chart[] | undefined {
    const constructs = topologyOf(this);
    if (!constructs || !givesOwnCharts(this)) return constructs?.filter(construct => Chart.isChart(construct));
    const { charts } = this;
    return charts.every(chart => App.of(chart) === this) ? charts : undefined;
  }
}

function givesOwnCharts(app: App): boolean {
  let owner: object = app;
  while (!Object.hasOwn(owner, 'charts')) owner = Object.getPrototypeOf(owner);
  return owner !== App.prototype;
}
