/** The names of what a chart may have a variable for. */
export interface NamesOfParts {
  readonly workload: string;
  readonly config: string;
  readonly secret: string;
  readonly volume: string;
  readonly service: string;
}

/** A workload that reads a ConfigMap and a Secret, mounts a volume twice and calls a Service from two variables. */
export const namedSystem = ({ workload, config, secret, volume, service }: NamesOfParts, namespace: string): string => `
apiVersion: v1
kind: ConfigMap
metadata: { name: "${config}", namespace: "${namespace}" }
data: { MODE: fast }
---
apiVersion: v1
kind: Service
metadata: { name: "${service}", namespace: "${namespace}" }
spec: { selector: { app: "${service}" }, ports: [{ port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: "${workload}", namespace: "${namespace}" }
spec:
  selector: { matchLabels: { app: "${workload}-pods" } }
  template:
    metadata: { labels: { app: "${workload}-pods" } }
    spec:
      volumes: [{ name: "${volume}", emptyDir: {} }]
      containers:
        - name: main
          image: shop/main:1
          resources: { limits: { cpu: 100m, memory: 10Mi } }
          volumeMounts: [{ name: "${volume}", mountPath: /a }]
          env:
            - { name: COLOUR, value: red }
            - { name: MODE, valueFrom: { configMapKeyRef: { name: "${config}", key: MODE } } }
            - { name: TOKEN, valueFrom: { secretKeyRef: { name: "${secret}", key: token } } }
            - { name: ORDERS_URL, value: "http://${service}" }
            - { name: STOCK_URL, value: "http://${service}" }
        - name: beside
          image: shop/beside:1
          volumeMounts: [{ name: "${volume}", mountPath: /b }]
          envFrom: [{ secretRef: { name: "${secret}" } }, { configMapRef: { name: "${config}" } }]
`;

/** Words of each kind that names no variable, and what an object has anyway, which names no construct. */
export const WORDS: readonly string[] = ['new', 'let', 'eval', 'arguments', 'await', 'undefined', 'kplus', 'scope', 'constructor', '1pod'];

/** Systems of a few workloads; each of the words is the name of one of them, and of all that it uses. */
export const NAMED_BY_WORDS = WORDS
  .map((word, i) => namedSystem({ workload: word, config: word, secret: word, volume: word, service: word }, `shop-${i % 3}`)).join('---');
