import { ManifestSet, readText } from '../../../src/manifest';
import { Review, review } from '../../../src/review';
import { RULES, Verification, verify } from '../../../src/verify';

// Few rules, since most of a review does not look at findings.
const URLS = RULES.filter(({ code }) => code === 'URL101');

function side(text: string, state?: string): Verification {
  const { documents, problems } = readText('k8s/all.yaml', text);
  return verify(new ManifestSet({ files: documents, state: state === undefined ? undefined : readText('state.yaml', state).documents }), problems, {}, URLS);
}

/** The review of one text against another, with or without the state of the cluster. */
export function reviewed(before: string, after: string, state?: string): Review {
  return review(side(before, state), side(after, state));
}

/** An object of the namespace shop, as the next two. */
export function object(kind: string, name: string, body: string, apiVersion = 'v1'): string {
  return `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\n${body}\n`;
}

export function deployment(name: string, container = '', pod = ''): string {
  const template = `metadata: { labels: { app: ${name} } }, spec: { ${pod} containers: [{ name: main, image: "example/${name}:1", ${container} }] }`;
  return object('Deployment', name, `spec: { selector: { matchLabels: { app: ${name} } }, template: { ${template} } }`, 'apps/v1');
}

export function policy(name: string, spec: string): string {
  return object('NetworkPolicy', name, `spec: { ${spec} }`, 'networking.k8s.io/v1');
}

/** A Service with pods, a workload that asks for it, and a policy that lets nobody in. */
export const REDIS = deployment('redis', 'ports: [{ containerPort: 6379 }]') + object('Service', 'redis', 'spec: { selector: { app: redis }, ports: [{ port: 6379 }] }');
export const CLIENT = deployment('api', 'env: [{ name: REDIS_URL, value: "redis://redis:6379" }]');
export const CLOSED = policy('closed', 'podSelector: { matchLabels: { app: redis } }, policyTypes: [Ingress]');
