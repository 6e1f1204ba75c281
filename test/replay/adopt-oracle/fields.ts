import { Value } from './manifests';

/** A field that is not the same; undefined stands for a field that is not there. */
export interface FieldChange {
  /** `pod` stands for the way to the pod's spec, the keys of maps and lists in brackets. */
  readonly path: string;
  readonly from: Value;
  readonly to: Value;
}

/** What names the member of a list beside `name`. */
const MEMBER_KEYS: Readonly<Record<string, string>> = { volumeMounts: 'mountPath' };

/** All fields in which two values differ, but those that are compared by what they mean. */
export function changedFields(from: Value, to: Value, leftOut: RegExp): FieldChange[] {
  const [before, after] = [from, to].map(value => new Map(leavesOf(value, '').filter(([path]) => !leftOut.test(path))));
  return [...new Set([...before.keys(), ...after.keys()])]
    .map(path => ({ path, from: before.get(path), to: after.get(path) }))
    .filter(change => change.from !== change.to);
}

function leavesOf(value: Value, path: string): [string, Value][] {
  if (value === null || value === undefined || typeof value !== 'object') return [[path.replace(/^spec\.(?:jobTemplate\.spec\.)?template\.spec\b/, 'pod'), value]];
  const entries = Array.isArray(value) ? membersOf(value, path) : Object.entries(value).map(([key, field]) => [/^[\w-]+$/.test(key) ? `.${key}` : `[${key}]`, field] as const);
  if (entries.length === 0) return leavesOf(Array.isArray(value) ? '[]' : '{}', path);
  return entries.flatMap(([key, field]) => leavesOf(field, `${path}${key}`.replace(/^\./, '')));
}

function membersOf(list: readonly Value[], path: string): (readonly [string, Value])[] {
  const key = MEMBER_KEYS[path.split('.').at(-1)!] ?? 'name';
  const names = list.map(member => member?.[key]);
  const isNamed = names.every(name => typeof name === 'string') && new Set(names).size === names.length;
  return list.map((member, i) => [`[${isNamed ? names[i] : i}]`, member]);
}
