import { Labels, sortedLabels } from './labels';

/** The pods of one identity: all that carry these labels, in one namespace. */
export interface PodIdentity {
  readonly labels: Labels;
  /** Undefined where it is left to `kubectl apply -n`. */
  readonly namespace?: string;
}

/** Spells an identity, equal ones alike and others otherwise. It may be part of a construct id, which takes no slash. */
export function identityKey({ labels, namespace = '' }: PodIdentity): string {
  const pairs = Object.entries(sortedLabels(labels)).map(([key, value]) => `${key.replace('/', '%2F')}=${value}`);
  return [namespace, ...pairs].join(',');
}

/**
 * A name for an object that belongs to an identity: the values of its labels, in the order of their keys, and a suffix.
 * Kubernetes takes it as name of any object of at most 253 characters.
 */
export function identityName({ labels }: PodIdentity, suffix: string): string {
  const values = Object.values(sortedLabels(labels)).join('-').toLowerCase();
  const stem = values.replace(/[^a-z0-9]+/g, '-').slice(0, 252 - suffix.length).replace(/^-|-$/g, '');
  return stem === '' ? suffix : `${stem}-${suffix}`;
}
