import { IConstruct } from 'constructs';
import { IEndpoint } from '../address/endpoint';
import { KnownSecret } from '../address/known-secret';
import { Config } from '../config/config';

/** A workload whose connections are declared: it is wired and its egress opened by what it connects to. */
export interface INatsAwareWorkload extends IConstruct {
  /** The identity of the pods, by which Services and policies select them. */
  readonly identity: { readonly [key: string]: string };

  /**
   * Wires keys of a ConfigMap as variables by `configMapKeyRef`. A key that holds the URL of an endpoint is a connection to it.
   * @throws if the ConfigMap lacks a key, lives in another namespace, or a variable has another value already
   */
  useConfig(config: Config, options?: UseConfigOptions): void;

  /**
   * Wires keys of a Secret as variables by `secretKeyRef`.
   * @throws if the Secret lacks a key, or a variable has another value already
   */
  useSecret(secret: KnownSecret, options: UseSecretOptions): void;

  /**
   * Declares that the workload connects to an endpoint: wires its variables and opens egress to it, with DNS.
   * @throws if a variable has another value already, or a Service's URL has no ConfigMap to come from
   */
  connectTo(endpoint: IEndpoint, options?: ConnectOptions): void;
}

/** Which keys of a ConfigMap a workload reads. */
export interface UseConfigOptions {
  /**
   * The keys, in the order of the variables.
   * @default - every key that an owned ConfigMap has by now; required for an imported one
   */
  readonly keys?: string[];

  /**
   * Name of the variable of a key, where it is not the key.
   * @default - each variable is named after its key
   */
  readonly rename?: { readonly [key: string]: string };
}

/** Which keys of a Secret a workload reads. */
export interface UseSecretOptions {
  /** The keys, in the order of the variables. */
  readonly keys: string[];

  /**
   * Name of the variable of a key, where it is not the key.
   * @default - each variable is named after its key
   */
  readonly rename?: { readonly [key: string]: string };
}

/** How a workload learns about an endpoint. */
export interface ConnectOptions {
  /**
   * Name of the variable that holds the endpoint's URL.
   * @default - the name given by the endpoint; no variable where it gives none
   */
  readonly env?: string;

  /**
   * The ConfigMap that the URL goes into, or, where it is imported, must be in.
   * @default - the ConfigMap that the endpoint comes from; a literal for an external host
   */
  readonly config?: Config;

  /**
   * The key of `config`.
   * @default - the name of the variable
   */
  readonly key?: string;

  /**
   * A path that is appended to the URL, such as `/trade/signal`.
   * @default - none
   */
  readonly path?: string;
}
