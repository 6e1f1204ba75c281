/** What the scheduler does where a spread cannot be kept. */
export enum UnsatisfiableSpread {
  /** The pod waits. */
  DO_NOT_SCHEDULE = 'DoNotSchedule',
  /** The pod goes where the imbalance is smallest. */
  SCHEDULE_ANYWAY = 'ScheduleAnyway',
}

/**
 * How pods are spread over a topology.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export interface TopologySpread {
  /** Label of the nodes whose values are the domains, e.g. `topology.kubernetes.io/zone`. */
  readonly topologyKey: string;

  /**
   * By how many pods two domains may differ.
   * @default 1
   */
  readonly maxSkew?: number;

  /**
   * What happens where the spread cannot be kept.
   * @default UnsatisfiableSpread.SCHEDULE_ANYWAY
   */
  readonly whenUnsatisfiable?: UnsatisfiableSpread;
}
