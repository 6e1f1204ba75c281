import { DeclaredServer, NatsUrl, NatsUrlClass } from '../../address';
import { Check, CheckContext, ok, Outcome, skipped } from '../check';
import { ifKnown } from '../private/objects';
import { servicesAround } from '../private/server';

/** Forms by which a server may be reached, if only for now. */
const FRAGILE: ReadonlySet<NatsUrlClass> = new Set([
  NatsUrlClass.FULL, NatsUrlClass.FULL_TRAILING_DOT, NatsUrlClass.WITHOUT_ZONE, NatsUrlClass.NAMESPACED_SHORT, NatsUrlClass.BARE_SHORT,
  NatsUrlClass.HEADLESS_POD, NatsUrlClass.AMBIGUOUS, NatsUrlClass.SUSPECT, NatsUrlClass.LIST, NatsUrlClass.EXTERNAL,
  NatsUrlClass.KUBERNETES_VARIABLE, NatsUrlClass.LOCALHOST,
]);

/** Whether the URL is written as the rule book demands. */
export const urlForm: Check = {
  id: 'url-form',
  category: 'configuration',
  title: 'the URL is the full name of a Service',
  run: checkForm,
};

async function checkForm(context: CheckContext): Promise<Outcome> {
  const { client: { url, workload, named, host, port }, options: { zone } } = context;
  if (!url) return skipped('the URL is not known');
  const text = url.text.trim();
  const meant = await serversMeant(context);
  const read = NatsUrl.parse(text, { namespace: workload.namespace, zone, server: meant.length === 1 ? meant[0] : undefined });
  if (named && read.service !== undefined && (read.service !== named.name || (read.namespace ?? workload.namespace) !== named.namespace)) {
    return { status: 'failed', detail: `${url.shown} names another server than ${named.namespace}/${named.name}`, hint: `write nats://${host}:${port}` };
  }
  if (read.urlClass === NatsUrlClass.FULL && read.canonical === text) return ok();
  const [detail, hint] = splitAtLast(read.explanation.replace(/\.$/, ''), '; ');
  return { status: FRAGILE.has(read.urlClass) ? 'warning' : 'failed', detail, hint: meant.length > 1 ? 'write the full name of the server' : hint };
}

/** The server that the user names; else those of the URL's name, if none is where the URL leads. */
async function serversMeant(context: CheckContext): Promise<DeclaredServer[]> {
  const { named, destination } = context.client;
  if (named) return [{ service: named.name, namespace: named.namespace }];
  if (destination.type !== 'service') return [];
  const { namespace, name } = destination.service;
  const around = await ifKnown(servicesAround(context, namespace));
  const found = around?.services.filter(service => service.name === name) ?? [];
  return (found.find(service => service.namespace === namespace) ? [] : found).map(service => ({ service: name, namespace: service.namespace }));
}

function splitAtLast(text: string, separator: string): [string, string] {
  const at = text.lastIndexOf(separator);
  return [text.slice(0, at), text.slice(at + separator.length)];
}
