/** What is looked for in the logs, and where. A line matches that holds one of the texts, in capitals or not. */
export interface NatsLogs {
  /**
   * Texts of a program that has connected. A line with a no before the text does not count, such as `not connected` or `disconnected`.
   * @default ['Connected to NATS server'] (rule book §12)
   */
  readonly connected?: string[];

  /**
   * Texts of a program that could not connect: those of the rule book §12, those of the clients, and those of `waitForNats`.
   * @default ['Failed to connect to NATS', 'nats: no servers available for connection', 'authorization violation', 'gave up on NATS', 'still waiting for NATS']
   */
  readonly connectFailed?: string[];

  /**
   * Texts of a program whose connection is lost: those of the rule book §12, and those of the clients.
   * @default ['NATS connection lost', 'nats: stale connection']
   */
  readonly connectionLost?: string[];

  /**
   * Texts of a server that refuses a client.
   * @default ['authentication error', 'Authorization Violation', 'maximum connections exceeded']
   */
  readonly refused?: string[];

  /**
   * The label of the log streams that holds the name of the workload, such as `app`.
   * @default - the pods of the workload by the labels `namespace` and `pod`
   */
  readonly workloadLabel?: string;

  /**
   * Labels that select the log streams of the server.
   * @default - `namespace`, that of the server, without the watched workloads that live there too
   */
  readonly serverSelector?: { readonly [label: string]: string };
}
