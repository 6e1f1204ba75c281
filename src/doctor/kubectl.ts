/** How a run of kubectl is bounded and fed. */
export interface KubectlOptions {
  /** After that it is ended. */
  readonly timeoutSeconds: number;

  /** What it reads from standard input. */
  readonly stdin?: string;

  /**
   * What happens when the user asks to stop: it is ended and no other begun; or it is left to finish, since it makes something; or it is begun all the same,
   * since it removes what was made.
   * @default 'end'
   */
  readonly onStop?: 'end' | 'finish' | 'run';
}

/** How a run of kubectl ended. */
export type KubectlResult =
  | { readonly type: 'ended'; readonly code: number; readonly out: string; readonly err: string }
  | { readonly type: 'timeout'; readonly seconds: number }
  /** The program does not exist, or cannot be started. */
  | { readonly type: 'not-started'; readonly reason: string };

/** kubectl with the user's contexts and logins. Whoever makes it starts the processes. */
export interface Kubectl {
  /** What stands before the arguments of each command: context and kubeconfig. */
  readonly flags: readonly string[];

  /** @throws Stopped  once the user has asked to stop */
  run(args: readonly string[], options: KubectlOptions): Promise<KubectlResult>;
}

/** The user has asked to stop; the message says what was left behind. */
export class Stopped extends Error {}
