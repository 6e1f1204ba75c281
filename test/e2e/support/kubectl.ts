import { execFile } from 'child_process';

/** Runs kubectl against the cluster of KUBECONFIG, and returns what it prints. */
export function kubectl(args: readonly string[], input?: string): Promise<string> {
  return new Promise((done, fail) => {
    const child = execFile('kubectl', args, { maxBuffer: 64e6 }, (error, out, err) => {
      if (error) fail(new Error(`kubectl ${args.join(' ')}: ${err.trim() || error.message}`));
      else done(out);
    });
    child.stdin!.end(input ?? '');
  });
}

/** What the API server has of an object, or of a list. */
export async function get(...args: string[]): Promise<any> {
  return JSON.parse(await kubectl(['get', ...args, '-o', 'json'])) as unknown;
}

/** Takes objects over as their only owner, which the API server checks field by field. */
export async function apply(objects: readonly unknown[]): Promise<void> {
  await kubectl(['apply', '--server-side', '--force-conflicts', '--validate=strict', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
}

/** Asks again every half second, until the answer is there. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, seconds = 90): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`${what} did not happen within ${seconds} s`);
    await new Promise(done => setTimeout(done, 500));
  }
}
