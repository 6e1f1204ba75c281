import { NatsUrl } from '../../address';
import { Container, ManifestObject, ManifestSet, Place, ReadProblem, VariableEntry, VariablesFrom, Workload } from '../../manifest';
import { Answer, Network } from '../../reachability';
import { Suppression } from '../suppression';
import { VerifyOptions } from '../verify-options';

/** A variable as the container gets it. */
export interface Variable {
  readonly container: Container;
  readonly name: string;

  /** The value where it is known: literal or from a known ConfigMap, `$(NAME)` expanded. Never one of a Secret. */
  readonly value?: string;

  /** The literal as far as it is known: `$(NAME)` stays where its value is not. Undefined for other sources. */
  readonly literal?: string;

  /** Where the value stands: a literal in the workload, a key of a ConfigMap or Secret, or elsewhere (a field of the pod). */
  readonly source: 'literal' | 'configMap' | 'secret' | 'other';

  /** The ConfigMap or Secret and its key, where the value comes from one. */
  readonly from?: { readonly name: string; readonly key: string; readonly object?: ManifestObject };

  /** The entry of `env` or `envFrom`. */
  readonly entry: VariableEntry | VariablesFrom;

  /** Where the value is written; the entry where it is not known. */
  readonly valuePlace: Place;

  /** Variables of the same name that this one replaces: later entries win, and `env` wins over `envFrom`. */
  readonly replaces: readonly Variable[];
}

/** A reference of a workload to a ConfigMap or Secret, by a variable, `envFrom` or a volume. */
export interface ConfigReference {
  readonly workload: Workload;
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;

  /** Undefined for all keys. */
  readonly key?: string;
  readonly optional: boolean;
  readonly by: 'env' | 'envFrom' | 'volume';

  /** Name of the variable, for `env`. */
  readonly variable?: string;
  readonly place: Place;
}

/** An address of a server, wherever it stands. */
export interface UrlUse {
  /** The URL as written, or host and port. May hold a credential: never print it, print `shown`. */
  readonly text: string;

  /** The URL as a message may quote it. */
  readonly shown: string;

  /** Lower case, without colon; `nats` for a NATS server written without a scheme. */
  readonly scheme: string;
  readonly host?: string;

  /** The scheme's default where none is written; undefined where it is not known. */
  readonly port?: number;

  /** For NATS servers: the URL without white space around it, read in the namespace of its users where that is known. */
  readonly nats?: NatsUrl;

  /** Where it stands, with offset and length in a longer text. */
  readonly place: Place;

  /** Where else in the same text it stands. */
  readonly again: readonly Place[];

  /** The ConfigMap of the state that holds it, where `place` is the reference of a linted workload to it. */
  readonly inState?: { readonly object: ManifestObject; readonly key: string };

  /** Name of the variable, key or field whose value it is or is in. */
  readonly name: string;

  /** What holds it: an `env` literal, the data of a ConfigMap, a word of `command` or `args`, or a field of another kind. */
  readonly holder: 'env' | 'configMap' | 'word' | 'field';

  /** The variables through which containers get it; empty where nobody is known to. */
  readonly variables: readonly Variable[];

  /** The workloads that hold it, by a variable, a word or a volume. */
  readonly workloads: readonly Workload[];
}

/** That a workload needs to reach an endpoint. */
export interface Need {
  readonly workload: Workload;

  /** What it is, for a message: `NATS`, `MongoDB`, `http`. */
  readonly what: string;

  /** The variable or other name that says so. */
  readonly name: string;

  /** Undefined where the address comes from a Secret. */
  readonly url?: UrlUse;
  readonly host?: string;
  readonly port: number;
  readonly protocol: string;

  /** The entry of the workload that says so, for a message about the workload. */
  readonly place: Place;
}

/** Containers of workloads of any kind, those of the state included, that run the same image repository in one namespace. */
export interface Siblings {
  readonly image: string;
  readonly containers: readonly Container[];
}

/** A subject in a variable or ConfigMap key. */
export interface SubjectUse {
  readonly text: string;
  readonly role: 'publish' | 'subscribe';
  readonly name: string;
  readonly place: Place;
  readonly workloads: readonly Workload[];
}

/** A reference or address that could not be checked. */
export interface Unchecked {
  /** The object that would have to be known: `ConfigMap apps/common-config`. */
  readonly what: string;
  readonly place: Place;
}

/** What rules look at. Each fact is computed when a rule first asks for it, and never changes. */
export interface Facts {
  readonly options: VerifyOptions;

  /** Linted objects and those beside them. */
  readonly set: ManifestSet;

  /** What is wrong with the files. */
  readonly problems: readonly ReadProblem[];

  /** The linted objects. */
  readonly objects: readonly ManifestObject[];

  /** The linted workloads. */
  readonly workloads: readonly Workload[];

  /** The references of linted workloads. */
  readonly references: readonly ConfigReference[];

  /** The addresses in linted objects, and those that linted workloads take from the state. */
  readonly urls: readonly UrlUse[];

  /** What linted workloads need to reach. */
  readonly needs: readonly Need[];

  /** All workloads, policies and Services as a network. */
  readonly network: Network;

  /** What could not be checked because the facts for it are in neither the files nor the state, for the summary. */
  readonly unchecked: readonly Unchecked[];
  readonly siblings: readonly Siblings[];
  readonly subjects: readonly SubjectUse[];

  /** What the annotations of linted objects and the options leave out. */
  readonly suppressions: readonly Suppression[];

  /** Those that left nothing out. A rule that reads them runs after all others. */
  readonly unusedSuppressions: readonly Suppression[];

  /** The codes of all rules. */
  readonly codes: readonly string[];

  /** The effective variables of a container, linted or not, in the order of their entries. */
  variables(container: Container): readonly Variable[];

  /** The references of all workloads, those of the state included, by `Kind/namespace/name` of what they refer to. */
  referencesTo(kind: 'ConfigMap' | 'Secret', namespace: string, name: string): readonly ConfigReference[];

  /** The answer for a need, computed once. */
  answer(need: Need): Answer;
}

/** Names a fact for `reads` of a rule. */
export type FactName = Exclude<keyof Facts, 'options'>;
