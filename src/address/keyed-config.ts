/** A ConfigMap whose keys are known, as values see it. Not for implementing: only the constructs of this library, see `Config`, are wired. */
export interface IKeyedConfig {
  /** `metadata.name` of the ConfigMap. */
  readonly configMapName: string;

  /** Namespace of the ConfigMap; a pod can read it from there only. Undefined where it is left to `kubectl apply -n`. */
  readonly namespace?: string;

  /** The keys that the ConfigMap holds, sorted. */
  readonly keys: string[];
}
