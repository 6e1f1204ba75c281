import { listOf, textsOf, valueAt } from '../../manifest';
import { Live } from '../live';

/**
 * When a ConfigMap was last changed, as far as the cluster tells.
 * @throws Unavailable
 */
export async function lastChange(namespace: string, name: string, live: Live): Promise<string | undefined> {
  const config = await live.json(['get', 'configmap', name, '-n', namespace, '-o', 'json', '--show-managed-fields']);
  const times = listOf(valueAt(config, ['metadata', 'managedFields'])).map(field => textsOf(field).time).filter(time => time !== undefined);
  return times.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}
