import { Variable } from '../../verify';
import { Check, CheckContext, CheckOptions, ok, Outcome, skipped } from '../check';
import { Client, targetOf } from '../client';

/** Whether the workload's configuration names a server. */
export const urlKnown: Check = {
  id: 'url-known',
  category: 'configuration',
  title: 'the configuration holds the URL of the server',
  run: checkUrl,
};

async function checkUrl({ client, live, options }: CheckContext): Promise<Outcome> {
  const { url, variable, switchedOff, workload, named } = client;
  const { namespace } = workload;
  const configs = live.list('configmaps', { namespace });
  if (url) {
    await configs.catch(() => undefined);
    return ok(`${url.name} is ${url.shown}${variable ? sourceOf(variable) : ''}`);
  }
  if (variable?.source === 'secret') {
    const detail = `${variable.name} comes from Secret ${variable.from!.name}, which is not read`;
    return named ? ok(`${detail}; --server names the server`) : { status: 'unchecked', detail, hint: 'name the server: --server NAMESPACE/NAME' };
  }
  await configs;
  if (variable && switchedOff) return skipped(`${variable.name} is set, but another variable says that it is not used`);
  if (variable?.value) return notUnderstood(`${variable.name} is set to what is not known as the URL of a NATS server`, client, options);
  if (variable?.from) return missing(variable, client);
  if (variable?.literal || variable?.source === 'other') return notUnderstood(`the value of ${variable.name} is known in the pod alone`, client, options);
  return nowhere(client);
}

/** A text that may hold a credential is not shown. */
function notUnderstood(detail: string, { named }: Client, { zone }: CheckOptions): Outcome {
  const write = `write nats://${named?.name ?? 'SERVICE'}.${named?.namespace ?? 'NAMESPACE'}.svc.${zone}:4222`;
  return named ? { status: 'warning', detail, hint: write } : { status: 'unchecked', detail, hint: `${write}, or name the server: --server NAMESPACE/NAME` };
}

function sourceOf({ source, from }: Variable): string {
  return source === 'configMap' ? `, key ${from!.key} of ConfigMap ${from!.name}` : '';
}

function missing({ name, from, container }: Variable, { workload: { namespace } }: Client): Outcome {
  const map = `ConfigMap ${namespace}/${from!.name}`;
  const what = !from!.object ? `${map}, which does not exist` : from!.object.get('data', from!.key) === undefined ? `${map}, which has no key ${from!.key}` : `${map}, whose key ${from!.key} holds no URL`;
  return {
    status: 'failed',
    detail: `container ${container.name} takes ${name} from ${what}`,
    hint: `put the URL there: kubectl edit configmap ${from!.name} -n ${namespace}`,
  };
}

function nowhere({ workload, named }: Client): Outcome {
  const detail = `no variable, argument or ConfigMap of ${targetOf(workload)} holds the URL of a NATS server`;
  if (named) return { status: 'warning', detail, hint: 'take it from a key of a ConfigMap' };
  return { status: 'failed', detail, hint: 'take it from a key of a ConfigMap, or name the server: --server NAMESPACE/NAME' };
}
