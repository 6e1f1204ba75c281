import { ManifestSet, readText } from '../../src/manifest';
import { DEFAULT_OPTIONS, VerifyOptions } from '../../src/verify';
import { SetFacts } from '../../src/verify/facts/set-facts';

/** What a test gives beside the linted text. */
export interface FactsParts extends Partial<VerifyOptions> {
  readonly state?: string;
  readonly closedWorld?: boolean;
}

/** The facts of a text of manifests. */
export function factsOf(text: string, { state, closedWorld, ...options }: FactsParts = {}): SetFacts {
  const files = readText('files.yaml', text).documents;
  const beside = state === undefined ? undefined : readText('state.yaml', state).documents;
  return new SetFacts(new ManifestSet({ files, state: beside, closedWorld }), [], { ...DEFAULT_OPTIONS, ...options });
}

/** A Deployment of the namespace shop with one container, whose fields are given as YAML in flow style. */
export function deployment(name: string, container: string, pod = ''): string {
  return `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  template:
    spec: { ${pod} containers: [{ name: main, ${container} }] }
`;
}

/** A ConfigMap or Secret of the namespace shop, with its data as YAML in flow style. */
export function configObject(kind: 'ConfigMap' | 'Secret', name: string, data: string): string {
  return `---
apiVersion: v1
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
data: ${data}
`;
}
