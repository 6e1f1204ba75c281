import { Service } from '../../../manifest';
import { Facts, Need } from '../../facts/facts';
import { rule } from '../../rule';
import { targetService } from '../private/endpoint-namespace';
import { isolatedPorts } from '../private/ingress-of-service';
import { listed } from '../private/listed';
import { titleOfWorkload, whoNeeds } from '../private/stopped-needs';

export const serviceNotAdmitted = rule({
  code: 'NET310',
  title: 'a Service leads to pods that no ingress policy admits anybody to',
  severity: 'warning',
  reads: ['set', 'needs', 'answer', 'network'],
  why: 'The pods are isolated for ingress, and no rule admits their port from anywhere. The Service has endpoints, its name resolves, probes pass, since they come from the node, '
    + 'and every client times out.',
  repair: 'Write an ingress policy for the pods that admits their clients on the port of the pods, or remove the Service or the port that nobody is meant to reach.',
  source: '§10',
  *check(facts) {
    const clients = clientsByService(facts);
    for (const service of facts.set.services.filter(({ object }) => object.origin === 'files')) {
      const ports = isolatedPorts(service, facts.network);
      const admitted = new Set(ports.filter(({ rules }) => rules.length > 0).map(({ port }) => port));
      const closed = ports.filter(({ port, onServicePort }) => !admitted.has(port) && !onServicePort);
      if (closed.length === 0) continue;
      const needs = clients.get(service) ?? [];
      const all = closed.length === ports.length;
      const [{ workload, index }] = closed;
      const targets = [...new Set(closed.map(({ protocol, target }) => `${protocol} ${target}`))];
      yield {
        at: all ? service.object.at('spec', 'selector') : service.object.at('spec', 'ports', index),
        severity: needs.length > 0 ? 'error' : undefined,
        message: `Service ${service.name} leads to ${titleOfWorkload(workload)}, and no ingress policy admits anybody on ${listed(targets)}`
          + (needs.length > 0 ? `, which is needed ${whoNeeds(needs)}` : ''),
        fix: `write an ingress policy for its pods that admits the clients on ${listed(targets)}`,
        related: [{ at: workload.object.at(...workload.templatePath, 'metadata', 'labels'), message: 'the pods that policies isolate' }],
      };
    }
  },
});

/** The needs that the ingress of a Service stops. */
function clientsByService(facts: Pick<Facts, 'needs' | 'answer' | 'network'>): Map<Service, Need[]> {
  const clients = new Map<Service, Need[]>();
  for (const need of facts.needs) {
    if (!facts.answer(need).links.some(({ kind, verdict }) => kind === 'ingress' && verdict === 'blocked')) continue;
    const service = targetService(need, facts.network);
    if (service) clients.set(service, [...clients.get(service) ?? [], need]);
  }
  return clients;
}
