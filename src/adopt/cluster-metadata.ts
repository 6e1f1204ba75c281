/** What the cluster writes into the metadata of each object, and refuses where it is applied to another one. */
export const CLUSTER_METADATA: readonly string[] = ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid'];

/** The same as a pattern of fields. */
export const CLUSTER_METADATA_PATTERN = `metadata.{${CLUSTER_METADATA.join()}}`;
