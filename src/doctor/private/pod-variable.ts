import { LivePod } from './pods';
import { Variable } from '../../verify';
import { Live } from '../live';
import { describeTrouble, Unavailable } from '../trouble';

/** A variable in a running container, or why nobody tells it. */
export type PodVariable = { readonly value: string | undefined } | { readonly untold: string };

/** Commands that tell one variable, as far as an image has them; those that tell all would tell Secrets too. */
function waysToAsk(variable: string): string[][] {
  return [['printenv', variable], ...(/^[A-Za-z_]\w*$/.test(variable) ? [['sh', '-c', `echo "$${variable}"`]] : [])];
}

/**
 * The variable as the running container has it.
 * @throws Unavailable
 */
export async function variableIn({ name, namespace }: LivePod, { container, name: variable }: Variable, live: Live): Promise<PodVariable> {
  for (const way of waysToAsk(variable)) {
    try {
      const value = (await live.text(['exec', name, '-n', namespace, '-c', container.name, '--', ...way])).replace(/\r?\n$/, '');
      return { value: value === '' ? undefined : value };
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      const { trouble } = error;
      if (trouble.type === 'forbidden') return { untold: describeTrouble(trouble) };
      if (trouble.type !== 'other') throw error;
      if (/command terminated with exit code 1$/.test(trouble.text)) return { value: undefined };
      if (!/executable file not found|no such file or directory|exit code 12[67]/.test(trouble.text)) throw error;
    }
  }
  return { untold: `the image of container ${container.name} has neither printenv nor sh` };
}
