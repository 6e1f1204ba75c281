import { join } from 'path';
import { NAMED_BY_WORDS } from './support/named-system';
import { proven } from './support/proven';
import { typeErrors } from '../support/type-errors';

/** A Deployment with fields of its metadata, of its pods' metadata, of its pod and of its container. */
const deployment = ({ metadata = '', podMetadata = '', pod = '', container = '' }: Readonly<Record<string, string>>): string => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: rates, namespace: shop, ${metadata} }
spec:
  selector: { matchLabels: { app: rates } }
  template:
    metadata: ${podMetadata || '{ labels: { app: rates } }'}
    spec: { ${pod} containers: [{ name: api, image: "shop/rates:1", ${container} }] }
`;
const config = (data: string, name = 'settings'): string => `---
apiVersion: v1
kind: ConfigMap
metadata: { name: ${name}, namespace: shop }
data: { ${data} }
`;

const INPUTS: readonly [what: string, text: string][] = [
  ['numbers and switches among the variables', deployment({ container: 'env: [{ name: PORT, value: 8080 }, { name: NATS_ENABLED, value: true }, { name: NATS_RECONNECTS, value: 010 }]' })],
  ['values that are neither texts nor numbers', deployment({ container: 'env: [{ name: PORTS, value: [80] }, { name: NATS_PORTS, value: { a: 80 } }]' })],
  ['numbers in labels and annotations', deployment({ metadata: 'labels: { build: 17, version: 1.0 }, annotations: { prometheus.io/port: 8080 }', podMetadata: '{ labels: { app: rates, build: 17 }, annotations: { at: 1 } }' })],
  ['labels that YAML 1.1 reads as switches', deployment({ metadata: 'labels: { a: y, b: on, c: no }' })],
  ['a number as the label that selects', deployment({}).replaceAll('app: rates', 'app: 17')],
  ['numbers in quotes', deployment({ pod: 'terminationGracePeriodSeconds: "20",', container: 'ports: [{ containerPort: "80" }]' })],
  ['a number among the arguments', deployment({ container: 'args: [--depth, 5]' })],
  ['numbers in a ConfigMap', config('DEPTH: 5, ON: on') + deployment({ container: 'envFrom: [{ configMapRef: { name: settings } }]' })],
  ['an optional source behind others', config('MODE: fast') + deployment({ container: 'envFrom: [{ configMapRef: { name: settings } }, { secretRef: { name: db, optional: true } }]' })],
  ['an optional source before others', deployment({ container: 'envFrom: [{ secretRef: { name: db, optional: true } }, { configMapRef: { name: settings } }, { secretRef: { name: users } }]' })],
  ['a ConfigMap in a volume with a projected one', config('a: b') + deployment({
    pod: 'volumes: [{ name: all, projected: { sources: [{ configMap: { name: settings } }] } }, { name: files, configMap: { name: settings } }],',
    container: 'volumeMounts: [{ name: files, mountPath: /files, mountPropagation: HostToContainer }]',
  })],
  ['a value beside its source', config('MODE: fast') + deployment({ container: 'env: [{ name: NATS_MODE, value: slow, valueFrom: { configMapKeyRef: { name: settings, key: MODE } } }]' })],
  ['another switch than the shared ConfigMap has', config('NATS_ENABLED: "true", NATS_URL: "nats://bus.nats.svc.cluster.local:4222"')
    + deployment({ container: 'env: [{ name: NATS_ENABLED, value: "false" }, { name: NATS_URL, value: "nats://bus.nats.svc.cluster.local:4222" }]' })],
  ['words that the language reserves as names of objects', NAMED_BY_WORDS],
  ['an own kind with a number as a label', 'apiVersion: shop.example/v1\nkind: Rate\nmetadata: { name: gold, namespace: shop, labels: { build: 17 }, annotations: { at: 1.0 } }\nspec: { price: 5 }\n'],
  ['a fault of a type that is known', deployment({ metadata: 'labels: { build: 17 }, annotations: { petrosa-nats/ignore.OBJ503: "the pipeline quotes it" }', container: 'env: [{ name: PORT, value: 8080 }]' })],
];

describe('the code for', () => {
  const faults: string[] = [];
  const folderOf = (what: string): string => what.replaceAll(' ', '-');
  beforeAll(() => {
    const files = INPUTS.flatMap(([what, text]) => [...proven(text).proof.files].map(([file, code]) => [join(folderOf(what), file), code] as const));
    faults.push(...typeErrors(new Map(files)));
  }, 60_000);

  it.each(INPUTS)('%s compiles', (what) => {
    expect(faults.filter(fault => fault.includes(`/${folderOf(what)}/`))).toEqual([]);
  });
});
