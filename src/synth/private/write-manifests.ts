import { mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { Chart, Names, YamlOutputType } from 'cdk8s';
import { apiObjectsOf, renderChart } from './chart-objects';
import { YamlPrinter } from './yaml-printer';

/** The ways to divide manifests into files that are known here. */
export const OUTPUT_TYPES: ReadonlySet<YamlOutputType> = new Set([
  YamlOutputType.FILE_PER_APP, YamlOutputType.FILE_PER_CHART, YamlOutputType.FILE_PER_RESOURCE, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
]);

/** Where manifests go, and how they are divided into files. */
export interface OutputOptions {
  readonly outdir: string;
  readonly type: YamlOutputType;
  readonly extension: string;

  /** Whether the names of charts begin with their place in the order. */
  readonly indexed: boolean;
}

/** Renders charts and writes them, file by file. */
export function writeManifests(charts: readonly Chart[], { outdir, type, extension, indexed }: OutputOptions): void {
  const printer = new YamlPrinter();
  const write = (name: string, objects: readonly unknown[]): void => writeFileSync(join(outdir, name + extension), printer.print(objects));
  const nameOf = (chart: Chart, i: number): string => (indexed ? `${`${i}`.padStart(4, '0')}-` : '') + Names.toDnsLabel(chart);

  switch (type) {
    case YamlOutputType.FILE_PER_APP:
      if (charts.length > 0) write('app', charts.flatMap(renderChart));
      break;
    case YamlOutputType.FILE_PER_CHART:
      charts.forEach((chart, i) => write(nameOf(chart, i), renderChart(chart)));
      break;
    case YamlOutputType.FILE_PER_RESOURCE:
      for (const chart of charts) for (const object of renderChart(chart)) if (object !== undefined) write(resourceName(object), [object]);
      break;
    case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
      charts.forEach((chart, i) => {
        const folder = nameOf(chart, i);
        mkdirSync(join(outdir, folder), { recursive: true });
        for (const object of apiObjectsOf(chart)) write(join(folder, resourceName(object)), [object.toJson()]);
      });
      break;
  }
}

function resourceName(object: { readonly kind: string; readonly metadata: { readonly name?: string } }): string {
  return `${object.kind}.${object.metadata.name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
}
