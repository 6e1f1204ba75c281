import { KubectlResult } from './kubectl';

/** Why something could not be learnt from the cluster. */
export type Trouble =
  | { readonly type: 'forbidden'; readonly verb: string; readonly resource: string; readonly namespace?: string }
  | { readonly type: 'timeout'; readonly seconds: number }
  | { readonly type: 'not-found'; readonly text: string }
  /** What is asked for is nothing that the cluster or the server has: a kind, an endpoint. */
  | { readonly type: 'absent'; readonly text: string }
  /** kubectl does not run, does not know the cluster, or nobody is logged in. */
  | { readonly type: 'no-access'; readonly text: string }
  | { readonly type: 'other'; readonly text: string; readonly hint?: string };

/** Ends a check that learns too little; another one may go on. */
export class Unavailable extends Error {
  constructor(readonly trouble: Trouble) {
    super(describeTrouble(trouble));
  }
}

const FORBIDDEN = /cannot (\w+) resource "([^"]+)" in API group "([^"]*)"(?: in the namespace "([^"]+)")?/;

const NO_ACCESS =
  /^(?:error: |Error in configuration: )?(?:context "[^"]*" does not exist|context was not found|no context exists|stat .*: no such file|error loading config|invalid configuration|You must be logged in|.*\(Unauthorized\))/im;

/** What went wrong in a run; undefined where it ended well. */
export function troubleOf(result: KubectlResult): Trouble | undefined {
  if (result.type === 'not-started') return { type: 'no-access', text: `kubectl does not run: ${result.reason}` };
  if (result.type === 'timeout') return result;
  if (result.code === 0) return undefined;
  return troubleIn(result.err);
}

/** What an error of kubectl says. */
export function troubleIn(err: string): Trouble {
  const [, verb, resource, group, namespace] = FORBIDDEN.exec(err) ?? [];
  if (verb !== undefined) return { type: 'forbidden', verb, resource: group ? `${resource}.${group}` : resource, namespace };
  const text = lastLine(err);
  if (NO_ACCESS.test(err)) return { type: 'no-access', text };
  if (/the server doesn't have a resource type/.test(err)) return { type: 'absent', text };
  if (/\(NotFound\)/.test(err)) return { type: 'not-found', text };
  return { type: 'other', text };
}

/** A sentence without a full stop. */
export function describeTrouble(trouble: Trouble): string {
  switch (trouble.type) {
    case 'forbidden': return `no right to ${trouble.verb} ${trouble.resource}${trouble.namespace === undefined ? ' in the whole cluster' : ` in namespace ${trouble.namespace}`}`;
    case 'timeout': return `no answer within ${trouble.seconds} s, which says nothing about what is checked`;
    case 'not-found':
    case 'absent':
    case 'no-access':
    case 'other': return trouble.text;
  }
}

/** What to do about it. */
export function hintFor(trouble: Trouble): string | undefined {
  if (trouble.type === 'timeout') return 'try again, with a longer --timeout';
  if (trouble.type === 'other') return trouble.hint;
  if (trouble.type !== 'forbidden') return undefined;
  const { verb, resource, namespace } = trouble;
  return `ask for a ${namespace === undefined ? 'ClusterRole' : `Role in namespace ${namespace}`} that lets you ${verb} ${resource}`;
}

/** Whether it stays as long as nobody does something about it. */
export function isLasting({ type }: Trouble): boolean {
  return type === 'forbidden' || type === 'absent' || type === 'no-access';
}

/** kubectl logs what it tries before it says what is wrong. */
function lastLine(err: string): string {
  const lines = err.split('\n').map(line => line.trim()).filter(line => line !== '' && !/^[EWI]\d{4} /.test(line));
  return (lines.at(-1) ?? 'kubectl fails without a word').replace(/^(?:error|Error from server(?: \(\w+\))?): /, '').replace(/\.$/, '');
}
