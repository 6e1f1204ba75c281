import { Duration } from 'cdk8s';

/** How pods wait for their NATS server before their containers start. */
export interface WaitForNatsOptions {
  /**
   * For how long the init container tries, in whole seconds from 1; then it fails, and Kubernetes starts it anew, each time later.
   * @default Duration.minutes(2)
   */
  readonly deadline?: Duration;

  /**
   * Image of the init container. The default command needs `sh`, `timeout`, `sed`, `nslookup`, and `nc` with `-e`, as busybox has them.
   * @default 'busybox:1.36.1'
   */
  readonly image?: string;

  /**
   * What the init container runs instead, such as `['nats', 'server', 'check', 'connection']`.
   * The variables `NATS_URL` and `DEADLINE_SECONDS` tell it what to do, and credentials stand in `NATS_USER`, `NATS_PASSWORD` and `NATS_TOKEN`.
   * @default - a script that waits for the server's INFO and, where it takes clients without a login, for its PONG
   */
  readonly command?: string[];
}
