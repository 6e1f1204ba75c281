/** The NATS server that URLs are meant to name. */
export interface DeclaredServer {
  /** `metadata.name` of its Service. */
  readonly service: string;

  /** Namespace of its Service. */
  readonly namespace: string;

  /**
   * Client port of its Service.
   * @default 4222
   */
  readonly port?: number;
}

/** What is known around a NATS URL. */
export interface NatsUrlContext {
  /**
   * Namespace of the pod that uses the URL.
   * @default - not known; a bare short name then has no canonical form
   */
  readonly namespace?: string;

  /**
   * DNS zone of the cluster.
   * @default 'cluster.local'
   */
  readonly zone?: string;

  /**
   * The server that is meant.
   * @default - not known; explanations then show the pattern of a full name
   */
  readonly server?: DeclaredServer;
}
