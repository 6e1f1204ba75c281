import { body } from '../support/adopted';

test('what a workload needs is written before it, and others after it', () => {
  const code = body(`apiVersion: apps/v1
kind: Deployment
metadata: { name: rates, namespace: shop }
spec:
  selector: { matchLabels: { app: rates } }
  template: { metadata: { labels: { app: rates } }, spec: { containers: [{ name: main, image: "shop/rates:1" }] } }
---
apiVersion: example.com/v1
kind: Rate
metadata: { name: euro, namespace: shop }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: rates, namespace: shop }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: rates.example.com }
---
apiVersion: v1
kind: Namespace
metadata: { name: shop }
`);
  expect([...code.matchAll(/new (?:NatsAware(\w+)|ApiObject\(this, '([\w-]+)')/g)].map(([, own, plain]) => own ?? plain))
    .toEqual(['namespace', 'custom-resource-definition', 'service-account', 'Deployment', 'rate']);
});
