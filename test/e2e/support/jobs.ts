import { get, kubectl, until } from './kubectl';

/** How the only pod of a Job ended, and what it printed. */
export interface PodEnd {
  readonly code: number;
  readonly lines: readonly string[];
}

/** Waits until a Job's pod has ended. */
export async function endOf(job: string, namespace: string): Promise<PodEnd> {
  const pod = await until(`the end of Job ${namespace}/${job}`, async () => {
    const { items } = await get('pods', '-n', namespace, '-l', `job-name=${job}`);
    return items.find(({ status }: any) => status.containerStatuses?.[0].state.terminated);
  });
  const log = await kubectl(['logs', '-n', namespace, pod.metadata.name]);
  return { code: pod.status.containerStatuses[0].state.terminated.exitCode, lines: log.trimEnd().split('\n') };
}
