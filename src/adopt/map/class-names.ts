import { GLOBALS } from './identifiers';
import { ChartFile, fileName } from '../code';
import { importedNames } from '../code/print-file';

/** The charts, each with a class and a file of its own; the names of the classes mean nothing else where they stand. */
export function withClassNames(charts: readonly ChartFile[]): ChartFile[] {
  const files = new Set(['main']);
  return charts.map((chart) => {
    const meaningful = new Set([...GLOBALS, ...importedNames(chart)]);
    let named = chart;
    for (let number = 1; meaningful.has(named.className) || files.has(fileName(named)); number++) {
      named = { ...chart, className: `${chart.className}System${number > 1 ? number : ''}` };
    }
    files.add(fileName(named));
    return named;
  });
}
