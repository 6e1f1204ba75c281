import { Service } from '../../manifest';
import { Check, CheckContext, ok, Outcome, skipped } from '../check';
import { noService, serviceOf } from '../private/server';

/** Whether the Service listens where the URL says. */
export const servicePort: Check = {
  id: 'service-port',
  category: 'service',
  title: 'the Service serves the port of the URL',
  needs: ['service-exists'],
  run: checkPort,
};

async function checkPort(context: CheckContext): Promise<Outcome> {
  const service = await serviceOf(context);
  if (!service) return skipped(noService(context));
  const { port } = context.client;
  const title = `Service ${service.namespace}/${service.name}`;
  if (service.externalName !== undefined) return skipped(`${title} stands for the host ${service.externalName}`);
  const entry = service.ports.find(one => one.port === port && one.protocol === 'TCP');
  if (service.headless || entry) return ok(entry ? `TCP ${port} to ${entry.targetPort}` : `${title} is headless: its pods are reached on any port`);
  return notServed(service, port, title);
}

function notServed({ ports }: Service, port: number, title: string): Outcome {
  const behind = ports.find(({ targetPort, protocol }) => targetPort === port && protocol === 'TCP');
  if (behind) return { status: 'failed', detail: `${title} serves TCP ${behind.port}; ${port} is the port of the pods behind it`, hint: `write port ${behind.port} in the URL` };
  const served = ports.filter(({ protocol }) => protocol === 'TCP').map(one => `${one.port}${one.name ? ` (${one.name})` : ''}`).join(', ');
  return { status: 'failed', detail: `${title} does not serve TCP ${port}; it serves ${served || 'no port'}`, hint: `write a port that it serves in the URL, or add ${port} to the Service` };
}
