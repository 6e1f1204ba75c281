/** How bad a finding is. */
export enum FindingSeverity {
  /** It breaks something. */
  ERROR = 'error',

  /** It will or may break something. */
  WARNING = 'warning',

  /** It could be better. */
  ADVICE = 'advice',
}

/** Options of `PetrosaValidation`, in code and as `properties` in cdk8s.yaml. */
export interface PetrosaValidationOptions {
  /**
   * The least severity that fails the synth.
   * @default FindingSeverity.ERROR
   */
  readonly failOn?: FindingSeverity;

  /**
   * Files and folders with what the cluster holds beside the app, as `kubectl get -o yaml` prints it.
   * @default - those of the configuration file; without any, references to objects outside the app are not checked
   */
  readonly clusterState?: string[];

  /**
   * Whether what neither the app nor the cluster's state holds exists nowhere.
   * @default false
   */
  readonly closedWorld?: boolean;

  /**
   * Namespaces that deny by default, beside those whose policies say so.
   * @default - none
   */
  readonly defaultDeny?: string[];

  /**
   * The configuration file: severities, suppressions, the zone.
   * @default - petrosa-nats.yaml of the working directory, if there is one
   */
  readonly configFile?: string;
}
