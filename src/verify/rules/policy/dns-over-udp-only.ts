import { Edit } from '../../../edit';
import { Policy, PolicyRule } from '../../../reachability/policy';
import { rule } from '../../rule';
import { addPort } from '../private/policy-entries';
import { PolicyView } from '../private/policy-view';
import { admitsPort, titleOfPolicy } from '../private/rule-ports';

export const dnsOverUdpOnly = rule({
  code: 'NET308',
  title: 'a NetworkPolicy opens DNS for UDP and not for TCP',
  severity: 'warning',
  reads: ['network'],
  why: 'An answer that does not fit into a UDP packet comes truncated, and the resolver asks again over TCP. Answers with many addresses do not fit: headless Services with many pods, '
    + 'the SRV records of a MongoDB cluster. With TCP blocked such a name resolves on a small cluster and stops to resolve when it grows.',
  repair: 'Add TCP 53 beside UDP 53.',
  source: 'https://www.rfc-editor.org/rfc/rfc7766',
  *check({ network }) {
    const view = PolicyView.of(network);
    for (const policy of view.policies) {
      const rule53 = policy.egress.find(opensUdpOnly);
      if (!rule53 || !policy.directions.has('egress') || opensTcp(policy) || view.isOrphan(policy)) continue;
      const workloads = view.workloadsOf(policy);
      if (workloads.length > 0 && workloads.every(workload => view.selecting(workload, 'egress').certain.some(opensTcp))) continue;
      yield {
        at: policy.object.at('spec', 'egress', rule53.index, 'ports', portOfDns(rule53)),
        message: `${titleOfPolicy(policy)} admits DNS over UDP only: answers that are too long for it are asked for again over TCP`,
        fix: 'add protocol: TCP, port: 53 to the rule',
        correct: () => ({ edits: policy.egress.filter(opensUdpOnly).map(addTcp) }),
      };
    }
  },
});

function opensUdpOnly(one: PolicyRule): boolean {
  return portOfDns(one) >= 0;
}

/** The index of the port by which a rule opens DNS over UDP. */
function portOfDns({ ports = [] }: PolicyRule): number {
  return ports.findIndex(entry => entry.type === 'range' && entry.protocol === 'UDP' && entry.first <= 53 && 53 <= entry.last);
}

function addTcp(one: PolicyRule): Edit {
  return addPort(one.policy.object, 'egress', one.index, portOfDns(one), { protocol: 'TCP', port: 53 });
}

function opensTcp({ egress }: Policy): boolean {
  return egress.some(one => admitsPort(one, 'TCP', 53));
}
