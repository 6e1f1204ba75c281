import { mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { App, AppProps, Chart } from 'cdk8s';
import { addChartDependencies } from './private/chart-dependencies';
import { apiObjectsOf, renderChart } from './private/chart-objects';
import { topologyOf } from './private/topology';
import { validateAll } from './private/validate-all';
import { writeManifests } from './private/write-manifests';
import { YamlPrinter } from './private/yaml-printer';

/**
 * An app that is synthesised in linear time. cdk8s validates and resolves the whole app once for each chart; this does it once, and writes the same
 * bytes: file names, order, dependencies, output types, patches, `Lazy`, validations, construct metadata.
 *
 * What changes how cdk8s renders is honoured: resolvers, `toJson` of a chart or an object, names and charts that a subclass gives. Where an app depends
 * on constructs of another app, or a construct on itself, cdk8s synthesises it.
 *
 * `chart.toJson()` and `Testing.synth(chart)` validate the whole app at each call, as they do in every app.
 */
export class PetrosaApp extends App {
  private readonly recordsMetadata: boolean;

  /** @param props as of `App` */
  public constructor(props: AppProps = {}) {
    super(props);
    this.recordsMetadata = props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
  }

  /**
   * Writes all manifests to the output directory.
   * @throws if a construct is not valid, if dependencies form a cycle, or if an object cannot be rendered
   */
  public synth(): void {
    mkdirSync(this.outdir, { recursive: true });
    const tree = this.node.findAll();
    validateAll(tree);
    const indexed = addChartDependencies(tree);
    const charts = this.chartsInOrder();
    if (!charts) return super.synth();

    const { outdir, yamlOutputType: type, outputFileExtension: extension } = this;
    writeManifests(charts, { outdir, type, extension, indexed });
    if (this.recordsMetadata) this.recordMetadata(charts);
  }

  /**
   * All manifests of the app as one text.
   * @throws as `synth` does
   */
  public synthYaml(): string {
    const tree = this.node.findAll();
    addChartDependencies(tree);
    validateAll(tree);
    const charts = this.chartsInOrder();
    return charts ? new YamlPrinter().print(charts.flatMap(renderChart)) : super.synthYaml();
  }

  /** Undefined where only cdk8s knows the order. */
  private chartsInOrder(): readonly Chart[] | undefined {
    const constructs = topologyOf(this);
    return constructs && givesOwnCharts(this) ? this.charts : constructs?.filter(construct => Chart.isChart(construct));
  }

  private recordMetadata(charts: readonly Chart[]): void {
    const resources = Object.fromEntries(charts.flatMap(apiObjectsOf).map(object => [object.name, { path: object.node.path }]));
    writeFileSync(join(this.outdir, 'construct-metadata.json'), JSON.stringify({ version: '1.0.0', resources }));
  }
}

function givesOwnCharts(app: App): boolean {
  let owner: object = app;
  while (!Object.hasOwn(owner, 'charts')) owner = Object.getPrototypeOf(owner);
  return owner !== App.prototype;
}
