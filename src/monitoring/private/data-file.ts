import { Chart } from 'cdk8s';
import { Construct } from 'constructs';

/** Data of a ConfigMap that a sidecar writes as a file: into one folder for all namespaces, so that the name of the file has that of the namespace. */
export function dataFile(scope: Construct, file: string, content: string): { readonly [file: string]: string } {
  const { namespace } = Chart.of(scope);
  return { [namespace === undefined ? file : `${namespace}-${file}`]: content };
}
