import { CorrectedTexts } from './corrected-texts';
import { entriesOf } from './variable-entries';
import { append, textOf, Workload } from '../../manifest';

/** The variables that workloads of a namespace have as literals, and not all with the same value: no key of one ConfigMap can stand for them. */
export class DifferingLiterals {
  private readonly values = new Map<string, string[]>();

  constructor(workloads: readonly Workload[], corrected: CorrectedTexts) {
    for (const { namespace, object, containers } of workloads) {
      for (const { name, value, path } of containers.filter(({ list }) => list === 'containers').flatMap(entriesOf)) {
        const text = corrected.at(object, [...path, 'value'])?.text ?? textOf(value.value);
        if (text !== undefined) append(this.values, `${namespace}/${name}`, text);
      }
    }
  }

  has(namespace: string, variable: string): boolean {
    return new Set(this.values.get(`${namespace}/${variable}`)).size > 1;
  }
}
