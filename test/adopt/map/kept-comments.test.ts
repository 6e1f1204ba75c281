import { readdirSync } from 'fs';
import { join } from 'path';
import * as fc from 'fast-check';
import { adoptSet } from '../../../src/adopt/map';
import { sourceFiles } from '../../../src/adopt/project';
import { ManifestSet, readPaths, readText, SourceDocument } from '../../../src/manifest';
import { verify } from '../../../src/verify';
import { describeWithShared, PETROSA } from '../../support/shared';
import { Commented, commentPlaces, withComments } from '../support/commented';
import { manifests } from '../support/manifests';

/** The comments that do not stand in the code of all charts once, with how often they do. */
function notOnce(files: readonly SourceDocument[], comments: readonly string[], state?: readonly SourceDocument[]): string[] {
  const code = [...sourceFiles(adoptSet(verify(new ManifestSet({ files, state })))).values()].join('\n');
  const said = [...code.matchAll(/\/\/.*/g)].flatMap(([line]) => line.match(/zq\w+/g) ?? []);
  const counts = new Map<string, number>();
  for (const one of said) counts.set(one, (counts.get(one) ?? 0) + 1);
  return comments.filter(comment => counts.get(comment) !== 1).map(comment => `${comment}: ${counts.get(comment) ?? 0}`);
}

function faultsOf({ text, comments }: Commented): string[] {
  return notOnce(readText('shop/k8s.yaml', text).documents, comments);
}

/** Manifests in many ways to write them. */
const TEXT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: rates
  namespace: shop
  labels: &labels { app: rates }
spec:
  revisionHistoryLimit: 2
  selector:
    matchLabels: *labels
  template:
    metadata: { labels: *labels }
    spec:
      tolerations:
      - key: zone
        operator: Exists
      initContainers:
        - name: before
          image: shop/rates:1.0.0
          command: [sh, -c, "echo one #
            echo two"]
          volumeMounts: [{ name: cache, mountPath: /cache }]
      containers:
        -
          name: main
          image: shop/rates:1.0.0
          args:
            - --mode=fast
            - |
              # no comment
              echo one

              echo two
          env:
            - name: NATS_URL
              value: nats://nats.messaging:4222
            - { name: MODE,
                value: fast }
            - name: PASSWORD
              value: 'hunter2
                hunter2'
          livenessProbe:
            httpGet:
              path: /live
              port: 8080
          ports:
            - containerPort: 8080
          volumeMounts:
            - name: cache
              mountPath: /cache
      volumes:
        - name: cache
          emptyDir: {}
---
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Service
    metadata: { name: rates, namespace: shop }
    spec:
      selector: { app: rates }
      ports:
        - name: http
          port: 80
          targetPort: 8080
  - apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: { name: rates-ingress, namespace: shop }
    spec:
      podSelector: { matchLabels: { app: rates } }
      policyTypes: [Ingress]
      ingress:
        - from: [{ podSelector: {} }]
          ports:
            - port: 8080
...
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: rates-egress, namespace: shop }
spec:
  podSelector:
    matchLabels: { app: rates }
  policyTypes: [Egress]
  egress:
    - to:
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: messaging } }
      ports:
        - port: 4222
--- !!map
apiVersion: example.com/v1
kind: Widget
metadata:
  name: w
  namespace: shop
spec:
  base: &base
    size: 1
  boxes:
    - - 1
      - <<: *base
        depth: 2
    - ? deep
      : 3
  note: >-
    one
    # two
  empty:

---

---
`;

/** Workloads of one image, which become a loop over a table. */
const JOBS = ['hourly', 'daily', 'weekly'].map(name => `apiVersion: batch/v1
kind: CronJob
metadata:
  name: roll-${name}
  namespace: shop
spec:
  schedule: "0 1 * * *"
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      backoffLimit: 1
      template:
        metadata:
          labels:
            app: roll-${name}
        spec:
          restartPolicy: Never
          containers:
            - name: roll
              image: shop/roll:1.0.0
              args:
                - --period=${name}
              env:
                - name: PERIOD
                  value: ${name}
                - name: MODE
                  value: slow
              resources:
                requests: { cpu: 100m, memory: 64Mi }
                limits:
                  cpu: 200m
                  memory: 128Mi
`).join('---\n');

/** A list whose objects go into several charts. */
const LIST = `apiVersion: v1
kind: List
items:
${['shop', 'lab'].map(namespace => `  - apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: rates
      namespace: ${namespace}
    spec:
      selector: { matchLabels: { app: rates } }
      template:
        metadata: { labels: { app: rates } }
        spec:
          containers:
            - name: main
              image: shop/rates:1.0.0
`).join('')}`;

describe('each comment stands in the code once', () => {
  it.each([
    ['in manifests of many forms', TEXT],
    ['with the line ends of Windows', TEXT.replace(/\n/g, '\r\n')],
    ['in workloads that become a table', JOBS],
    ['in a list for several charts', LIST],
  ])('%s', (_, text) => {
    expect(faultsOf(withComments(text, commentPlaces(text)))).toEqual([]);
  });

  it('wherever it is', () => {
    const commented = manifests.chain(text => fc.subarray(commentPlaces(text)).map(places => withComments(text, places)));
    fc.assert(fc.property(commented, (given) => {
      expect(faultsOf(given)).toEqual([]);
    }), { numRuns: 20 });
  });
});

describeWithShared('each comment of the platform', () => {
  const state = readPaths([join(PETROSA, 'cluster-state.yaml')]).documents;

  it.each(readdirSync(PETROSA, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name))('stands in the code of %s once', (name) => {
    const texts = new Map(readPaths([join(PETROSA, name, 'k8s')]).documents.map(({ file, text }) => [file, text]));
    const commented = [...texts].map(([file, text], i) => ({ file, ...withComments(text, commentPlaces(text), `zq${i}f`) }));
    const files = commented.flatMap(({ file, text }) => readText(file, text).documents);
    expect(notOnce(files, commented.flatMap(({ comments }) => comments), state)).toEqual([]);
  });
});
