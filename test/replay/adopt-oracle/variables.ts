import { Manifest, Value } from './manifests';

/** Finds the data of a ConfigMap; undefined where nobody knows it. */
export type DataOf = (namespace: string, name: string) => Value;

/** What a program finds in its environment: each variable with its value, or with the reference where the value is not known. */
export function variablesOf(container: Value, namespace: string, dataOf: DataOf): Map<string, string> {
  const variables = new Map<string, string>();
  for (const { configMapRef, secretRef, prefix = '' } of container.envFrom ?? []) {
    const data = configMapRef && dataOf(namespace, configMapRef.name);
    for (const [key, value] of Object.entries(data ?? {})) variables.set(`${prefix}${key}`, `${value}`);
    if (!data) variables.set(`(all of ${JSON.stringify(configMapRef ?? secretRef)} with ${prefix})`, '');
  }
  for (const { name, value, valueFrom } of container.env ?? []) {
    variables.set(name, valueFrom ? referred(valueFrom, namespace, dataOf) : expanded(`${value ?? ''}`, variables));
  }
  return variables;
}

function referred(valueFrom: Value, namespace: string, dataOf: DataOf): string {
  const { configMapKeyRef: reference } = valueFrom;
  const value = reference && dataOf(namespace, reference.name)?.[reference.key];
  return value === undefined ? JSON.stringify(sorted(valueFrom)) : `${value}`;
}

/** A value as Kubernetes makes it: only variables before it count. */
function expanded(text: string, before: ReadonlyMap<string, string>): string {
  return text.replace(/\$\$|\$\(([\w.-]+)\)/g, (all, name?: string) => name === undefined ? '$' : before.get(name) ?? all);
}

function sorted(value: Value): Value {
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([key, field]) => [key, sorted(field)]));
}

const PORTS: Readonly<Record<string, string>> = { http: '80', https: '443', nats: '4222', redis: '6379', ws: '80' };

/** Whether a URL is another one with the full name of its Service, and its port. */
export function isFullForm(short: string, full: string, namespace: string): boolean {
  const [from, to] = [short, full].map(partsOfUrl);
  const portOf = ({ scheme, port }: UrlParts) => port ?? PORTS[scheme];
  if (!from || !to || from.scheme !== to.scheme || from.rest !== to.rest || portOf(from) !== portOf(to)) return false;
  const tails = [`.${namespace}.svc.cluster.local`, '.svc.cluster.local', '.cluster.local'].slice(from.host.split('.').length - 1);
  return ['', ...tails].some(tail => to.host === `${from.host}${tail}`);
}

export interface UrlParts {
  readonly scheme: string;
  readonly host: string;
  readonly port?: string;
  readonly rest: string;
}

/** The parts of a URL with one host and without a user. */
export function partsOfUrl(text: string): UrlParts | undefined {
  const [, scheme, host, port, rest] = /^([a-z+]+):\/\/([\w.-]+)(?::(\d+))?((?:\/[^]*)?)$/.exec(text) ?? [];
  return scheme === undefined ? undefined : { scheme, host, port, rest };
}

/** Whether a manifest is a Service with the name that stands in a URL. */
export function isServiceOf({ kind, namespace, name }: Manifest, { host }: UrlParts, from: string): boolean {
  return kind === 'Service' && [name, `${name}.${namespace}`, `${name}.${namespace}.svc`, `${name}.${namespace}.svc.cluster.local`]
    .slice(namespace === from ? 0 : 1).includes(host);
}
