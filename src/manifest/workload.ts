import { FieldPath } from './field-path';
import { Json, JsonObject } from './json';
import { ManifestObject, Place } from './manifest-object';

/** A volume that holds a ConfigMap or Secret, or parts of one. */
export interface ConfigVolume {
  readonly type: 'configMap' | 'secret';
  readonly name: string;

  /** The keys that it takes; undefined for all. */
  readonly keys?: readonly { readonly key: string; readonly place: Place }[];
  readonly optional: boolean;
  readonly place: Place;
}

/** An object that makes pods, with its pod template. */
export interface Workload {
  readonly object: ManifestObject;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;

  /** `namespace/name[Kind]`, as connections print it. */
  readonly title: string;

  /** From the object to the pod template; empty for a Pod. */
  readonly templatePath: FieldPath;

  /** From the object to the pod's spec. */
  readonly podPath: FieldPath;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly podSpec: JsonObject;

  /** All of them: init containers first. */
  readonly containers: readonly Container[];
  readonly volumes: readonly ConfigVolume[];
  readonly hostNetwork: boolean;

  /** Whether its pods come to an end: Job and CronJob. */
  readonly finite: boolean;
}

/** The field of a workload's pod spec. */
export function podField(workload: Workload, ...path: FieldPath): { readonly value: Json | undefined; readonly place: Place } {
  const full = [...workload.podPath, ...path];
  return { value: workload.object.get(...full), place: workload.object.at(...full) };
}

/** Which list of the pod a container stands in. */
export type ContainerList = 'containers' | 'initContainers' | 'ephemeralContainers';

/** Where a variable takes its value from, where it is not written out. */
export type VariableSource =
  | { readonly type: 'configMap' | 'secret'; readonly name: string; readonly key: string; readonly optional: boolean }
  | { readonly type: 'field' };

/** An entry of `env`. */
export interface VariableEntry {
  readonly name: string;

  /** The literal value; undefined with a source, and where neither is given. */
  readonly value?: string;
  readonly source?: VariableSource;

  /** The entry in the workload. */
  readonly place: Place;
}

/** An entry of `envFrom`. */
export interface VariablesFrom {
  readonly type: 'configMap' | 'secret';
  readonly name: string;
  readonly prefix: string;
  readonly optional: boolean;
  readonly place: Place;
}

/** A port that a container declares. */
export interface ContainerPort {
  readonly name?: string;
  readonly port: number;
  readonly protocol: string;
}

/** A container of a workload. */
export interface Container {
  readonly workload: Workload;
  readonly list: ContainerList;
  readonly name: string;
  readonly image?: string;

  /** From the workload's object to the container. */
  readonly path: FieldPath;
  readonly variables: readonly VariableEntry[];
  readonly variablesFrom: readonly VariablesFrom[];

  /** `command` and `args`, those that are texts, each with its place. */
  readonly words: readonly { readonly text: string; readonly place: Place }[];
  readonly ports: readonly ContainerPort[];
}
