import { Manifest } from '../../../support/manifests';
import { matchesGlob } from '../glob';

/** A pod template and the object that makes pods of it. */
export interface Workload {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly object: Manifest;
  readonly podLabels: Record<string, string>;
  readonly podSpec: any;
}

/** A variable of a container: its value where it is known, and where that comes from. */
export interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly source: string;
}

/** A reference to a key of a ConfigMap or Secret; without a key to all of them. */
export interface Reference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly key?: string;
  readonly optional: boolean;
}

const TEMPLATES: Record<string, (object: Manifest) => any> = {
  Deployment: object => object.spec.template,
  StatefulSet: object => object.spec.template,
  DaemonSet: object => object.spec.template,
  Job: object => object.spec.template,
  CronJob: object => object.spec.jobTemplate.spec.template,
};

/** Objects under test, with what the cluster holds beside them. */
export class ObjectSet {
  readonly all: readonly Manifest[];

  constructor(readonly objects: readonly Manifest[], beside: readonly Manifest[]) {
    const own = new Set(objects.map(keyOf));
    this.all = [...objects, ...beside.filter(object => !own.has(keyOf(object)))];
  }

  /** The objects under test that a subject such as `CronJob/binance-*` names. */
  named(subject: string): Manifest[] {
    const [kind, name] = subject.split('/');
    return this.objects.filter(object => object.kind === kind && matchesGlob(name, object.metadata.name));
  }

  ofKind(kind: string): Manifest[] {
    return this.all.filter(object => object.kind === kind);
  }

  find(kind: string, namespace: string, name: string): Manifest | undefined {
    return this.all.find(object => object.kind === kind && namespaceOf(object) === namespace && object.metadata.name === name);
  }

  workloads(objects: readonly Manifest[] = this.all): Workload[] {
    return objects.filter(object => object.kind in TEMPLATES).map((object) => {
      const template = TEMPLATES[object.kind](object);
      return {
        kind: object.kind,
        name: object.metadata.name,
        namespace: namespaceOf(object),
        object,
        podLabels: template.metadata?.labels ?? {},
        podSpec: template.spec,
      };
    });
  }

  /** The workloads whose pods a Service sends to. */
  endpointsOf(service: Manifest): Workload[] {
    const selector = service.spec.selector ?? {};
    if (Object.keys(selector).length === 0) return [];
    return this.workloads().filter(workload => workload.namespace === namespaceOf(service) && selects({ matchLabels: selector }, workload.podLabels));
  }

  namespaceLabels(namespace: string): Record<string, string> {
    return this.all.find(object => object.kind === 'Namespace' && object.metadata.name === namespace)?.metadata.labels
      ?? { 'kubernetes.io/metadata.name': namespace };
  }

  /** The variables of a workload's containers, as far as their values are known. */
  variables(workload: Workload): Variable[] {
    return containersOf(workload).flatMap(container => (container.env ?? []).map((variable: any) => {
      const reference = referenceOf(variable.valueFrom);
      if (!reference) return { name: variable.name, value: variable.value, source: variable.valueFrom ? 'field' : 'literal' };
      const held = this.find(reference.kind, workload.namespace, reference.name);
      const value = reference.kind === 'ConfigMap' ? held?.data?.[reference.key!] : undefined;
      return { name: variable.name, value, source: `${reference.kind} ${reference.name} ${reference.key}` };
    }));
  }
}

/** Whether a label selector selects these labels. */
export function selects(selector: any, labels: Record<string, string>): boolean {
  const matches = Object.entries(selector?.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
  return matches && (selector?.matchExpressions ?? []).every(({ key, operator, values = [] }: any) => {
    switch (operator) {
      case 'In': return key in labels && values.includes(labels[key]);
      case 'NotIn': return !values.includes(labels[key]);
      case 'Exists': return key in labels;
      case 'DoesNotExist': return !(key in labels);
      default: throw new Error(`unknown operator ${operator}`);
    }
  });
}

/** All references of a workload to ConfigMaps and Secrets: variables, envFrom, volumes. */
export function referencesOf(workload: Workload): Reference[] {
  const variables = containersOf(workload).flatMap(container => (container.env ?? []).map((variable: any) => referenceOf(variable.valueFrom)));
  const whole = containersOf(workload).flatMap(container => (container.envFrom ?? []).map((from: any) => wholeOf(from.configMapRef, from.secretRef)));
  const volumes = (workload.podSpec.volumes ?? []).flatMap((volume: any) => {
    const secret = volume.secret && { ...volume.secret, name: volume.secret.secretName };
    const items = (volume.configMap ?? secret)?.items;
    const reference = wholeOf(volume.configMap, secret);
    return items && reference ? items.map(({ key }: any) => ({ ...reference, key })) : [reference];
  });
  return [...variables, ...whole, ...volumes].filter(reference => reference !== undefined);
}

/** All containers of a workload, init containers included. */
export function containersOf(workload: Workload): any[] {
  return [...workload.podSpec.initContainers ?? [], ...workload.podSpec.containers];
}

export function namespaceOf(object: Manifest): string {
  return object.metadata.namespace ?? 'default';
}

export function label(object: { kind: string; metadata: { name: string } } | Workload): string {
  return `${object.kind}/${'metadata' in object ? object.metadata.name : object.name}`;
}

function referenceOf(from: any): Reference | undefined {
  const reference = from?.configMapKeyRef ?? from?.secretKeyRef;
  if (!reference) return undefined;
  return { kind: from.configMapKeyRef ? 'ConfigMap' : 'Secret', name: reference.name, key: reference.key, optional: reference.optional === true };
}

function wholeOf(configMap: any, secret: any): Reference | undefined {
  const source = configMap ?? secret;
  return source && { kind: configMap ? 'ConfigMap' : 'Secret', name: source.name, optional: source.optional === true };
}

function keyOf(object: Manifest): string {
  return `${object.kind} ${namespaceOf(object)}/${object.metadata.name}`;
}
