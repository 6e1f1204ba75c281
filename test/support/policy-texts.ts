import { diffLines } from 'diff';
import { correct, CorrectedParts } from './corrections';

/** A Deployment of the namespace market whose pods have the label `app`, and which has a URL as variable; more labels as YAML in flow style. */
export function client(name: string, url: string, labels = ''): string {
  return `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: market }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name}${labels && `, ${labels}`} } }
    spec:
      containers:
        - name: main
          image: registry.example.com/${name}:1.0.0
          env: [{ name: SERVER_URL, value: "${url}" }]
`;
}

/** An egress policy of the namespace market that selects pods by `app`, or by another selector, with its rules as YAML in block style. */
export function egressPolicy(name: string, rules: string, selector = `matchLabels: { app: ${name} }`): string {
  return policyOf(`metadata: { name: ${name}-egress, namespace: market }`, selector, 'Egress', 'egress', rules);
}

/** An ingress policy of the namespace messaging for the pods of the NATS server. */
export function ingressPolicy(name: string, rules: string, selector = 'matchLabels: { app: nats }'): string {
  return policyOf(`metadata: { name: ${name}, namespace: messaging }`, selector, 'Ingress', 'ingress', rules);
}

function policyOf(metadata: string, selector: string, type: string, field: string, rules: string): string {
  return `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
${metadata}
spec:
  podSelector: { ${selector} }
  policyTypes: [${type}]
  ${field}:
${rules}`;
}

/** A rule for the cluster's DNS. */
export const DNS_RULE = `    - to:
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
      ports:
        - { protocol: UDP, port: 53 }
        - { protocol: TCP, port: 53 }
`;

/** The address of the NATS server of `NATS_STATE`. */
export const NATS_URL = 'nats://nats.messaging.svc.cluster.local:4222';

/** A NATS server in the namespace messaging, with its Namespace. */
export const NATS_STATE = `---
apiVersion: v1
kind: Namespace
metadata: { name: messaging }
---
apiVersion: v1
kind: Service
metadata: { name: nats, namespace: messaging }
spec:
  selector: { app: nats }
  ports: [{ name: client, port: 4222 }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: nats, namespace: messaging }
spec:
  selector: { matchLabels: { app: nats } }
  template:
    metadata: { labels: { app: nats } }
    spec:
      containers: [{ name: nats, image: "nats:2.10", ports: [{ name: client, containerPort: 4222 }] }]
`;

/** What a correction does: the lines that it takes out as `-…` and puts in as `+…`, and what it leaves to decide as `? …`. */
export function corrected(code: string, text: string, parts: CorrectedParts = {}): string[] {
  const { text: after, decisions } = correct(code, text, parts);
  const changes = diffLines(text, after).filter(({ added, removed }) => added || removed)
    .flatMap(({ added, value }) => value.replace(/\n$/, '').split('\n').map(line => `${added ? '+' : '-'}${line}`));
  return [...changes, ...decisions.map(decision => `? ${decision}`)];
}
