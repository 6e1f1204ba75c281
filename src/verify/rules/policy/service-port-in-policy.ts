import { Service } from '../../../manifest';
import { Network } from '../../../reachability';
import { placeOfRule } from '../../../reachability/policy';
import { Correction } from '../../correction';
import { rule } from '../../rule';
import { admitPodPort } from '../private/admit-pod-port';
import { endpointPods } from '../private/endpoint-pods';
import { isolatedPorts } from '../private/ingress-of-service';
import { placeKey } from '../private/peer-at';
import { SelectedPods } from '../private/policy-entries';
import { concernsOfPorts } from '../private/protected-ports';
import { protocolOf } from '../private/protocol-of';
import { ruleAt } from '../private/rule-at';
import { titleOfPolicy } from '../private/rule-ports';
import { endpointOf, observe, policyOf, StoppedNeeds, stoppedNeeds, titleOfWorkload } from '../private/stopped-needs';

export const servicePortInPolicy = rule({
  code: 'NET305',
  title: 'a policy admits the port of a Service where its pods listen on another one',
  severity: 'error',
  reads: ['set', 'needs', 'answer', 'network'],
  why: 'Clients name the port of the Service. Before policies see the connection, it goes to a pod and to the pod\'s port, so a rule with the Service\'s port admits nothing.',
  repair: 'Write the Service\'s `targetPort` in the rule, resolved to the number that the container listens on.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  checklist: 6,
  *check(facts) {
    const reported = new Set<string>();
    for (const stopped of stoppedNeeds(facts, ['egress', 'ingress'], ({ verdict, reason }) => verdict === 'blocked' && reason === 'service-port-in-policy')) {
      reported.add(placeKey(stopped.at));
      yield {
        ...observe(stopped, `${policyOf(stopped)} admits the port of the Service and blocks the pods of ${endpointOf(stopped.needs[0])}`),
        correct: () => correctionOfNeeds(stopped, facts.network),
      };
    }
    for (const service of facts.set.services) {
      for (const { port, target, protocol, workload, onServicePort } of isolatedPorts(service, facts.network)) {
        if (onServicePort?.policy.object.origin !== 'files' || reported.has(placeKey(placeOfRule(onServicePort)))) continue;
        reported.add(placeKey(placeOfRule(onServicePort)));
        yield {
          at: placeOfRule(onServicePort),
          severity: 'warning',
          message: `${titleOfPolicy(onServicePort.policy)} admits ${protocol} ${port}, the port of Service ${service.name}, and ${titleOfWorkload(workload)} behind it is reached on ${target}`,
          fix: `write port ${target} in the rule`,
          correct: () => admitPodPort(onServicePort, { protocol, port }, { pods: podsBehind(service), ports: [target] }, facts.network),
          concerns: concernsOfPorts([target]),
          related: [{ at: service.object.at('spec', 'ports'), message: 'the ports of the Service' }],
        };
      }
    }
  },
});

function correctionOfNeeds({ link, needs: [need] }: StoppedNeeds, network: Network): Correction {
  return admitPodPort(ruleAt(link.place, network)!, { protocol: protocolOf(need), port: need.port }, endpointPods(need, network), network);
}

function podsBehind({ namespace, selector }: Service): SelectedPods {
  return { namespace, labels: selector };
}
