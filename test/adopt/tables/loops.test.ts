import { isProven } from '../../../src/adopt';
import { proven } from '../support/proven';

const CONFIG = (name: string, i: number): string => `---
apiVersion: v1
kind: ConfigMap
metadata: { name: ${name}-config, namespace: shop }
data: { LEVEL: level-${i} }
`;

const SERVICE = (name: string, i: number): string => `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop }
spec: { selector: { app: ${name} }, ports: [{ port: 80, targetPort: ${8000 + i} }] }
`;

/** A Deployment for each symbol, which has what it is given for itself. */
function quotes(parts: (name: string, i: number) => string, env: (name: string) => string = () => '', pod = (_: string): string => ''): string {
  return ['eur', 'usd', 'chf'].map((symbol, i) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: quotes-${symbol}, namespace: shop }
spec:
  selector: { matchLabels: { app: quotes-${symbol} } }
  template:
    metadata: { labels: { app: quotes-${symbol} } }
    spec:
      containers:
        - name: quotes
          image: shop/quotes:1.4.2
          ports: [{ containerPort: ${8000 + i} }]
          env: [{ name: SYMBOL, value: ${symbol} }, ${env(`quotes-${symbol}`)}]
          ${pod(`quotes-${symbol}`)}
${parts(`quotes-${symbol}`, i)}`).join('');
}

const VOLUMES = (name: string): string => `volumeMounts: [{ name: config, mountPath: /config }, { name: data, mountPath: /data }]
      volumes: [{ name: config, configMap: { name: ${name}-config } }, { name: data, emptyDir: {} }]`;

describe.each([
  ['a Service', quotes(SERVICE)],
  ['a Secret', quotes(() => '', name => `{ name: DB, valueFrom: { secretKeyRef: { name: ${name}, key: uri } } }`)],
  ['a ConfigMap, a Service and volumes', quotes((name, i) => CONFIG(name, i) + SERVICE(name, i), () => '', VOLUMES)],
])('Deployments of one image that have %s each', (_, text) => {
  const { proof } = proven(text);

  it('are one loop', () => {
    expect([...proof.files.values()].join('').match(/new NatsAwareDeployment|for \(/g)).toEqual(['for (', 'new NatsAwareDeployment']);
  });

  it('render what they were', () => {
    expect(isProven(proof)).toBe(true);
  });
});
