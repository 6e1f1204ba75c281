/**
 * How many pods may be missing while nodes are drained; one of the two is given.
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export interface DisruptionBudget {
  /**
   * Pods that stay.
   * @default - given by `maxUnavailable`
   */
  readonly minAvailable?: number;

  /**
   * Pods that may be missing.
   * @default - given by `minAvailable`
   */
  readonly maxUnavailable?: number;
}
