import { ObjectSet } from './object-set';
import { Rule } from './rule';
import { Manifest } from '../../../support/manifests';

/** An object of the namespace `apps`. */
export function object(kind: string, name: string, body: object, labels: Record<string, string> = {}): Manifest {
  return { apiVersion: 'v1', kind, metadata: { name, namespace: 'apps', labels }, ...body };
}

/** A Deployment whose pods carry `app: <name>` and have one container. */
export function deployment(name: string, container: object = {}, podSpec: object = {}): Manifest {
  const template = { metadata: { labels: { app: name } }, spec: { containers: [{ name, image: 'o/i:1', ...container }], ...podSpec } };
  return object('Deployment', name, { spec: { template } });
}

/** A CronJob with one container. */
export function cronJob(name: string, schedule: string, container: object = {}, labels: Record<string, string> = {}): Manifest {
  const template = { metadata: { labels: { app: name } }, spec: { containers: [{ name, image: 'o/i:1', ...container }] } };
  return object('CronJob', name, { spec: { schedule, jobTemplate: { spec: { activeDeadlineSeconds: 600, template } } } }, labels);
}

/** A Service on port 80 for the pods `app: <app>`. */
export function service(name: string, app: string, targetPort = 8080): Manifest {
  return object('Service', name, { spec: { selector: { app }, ports: [{ port: 80, targetPort }] } });
}

/** A NetworkPolicy for the pods `app: <app>`, which isolates them for egress, and for ingress where there are such rules. */
export function policy(app: string, egress: object[], ingress?: object[]): Manifest {
  const policyTypes = ingress ? ['Ingress', 'Egress'] : ['Egress'];
  return object('NetworkPolicy', app, { spec: { podSelector: { matchLabels: { app } }, policyTypes, egress, ingress } });
}

/** What a rule says about objects that are all there is. */
export function wrong(rule: Rule, subject: string, ...objects: Manifest[]): string[] {
  const set = new ObjectSet(objects, []);
  return rule({ set, original: set, subject });
}
