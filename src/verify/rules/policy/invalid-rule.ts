import { listOf, ManifestObject, Place, textOf } from '../../../manifest';
import { rule } from '../../rule';
import { invalidPeer } from '../private/invalid-peer';
import { invalidPort } from '../private/invalid-port';
import { invalidSelector } from '../private/invalid-selector';
import { networkPolicies, peersField, writtenRules } from '../private/policies';
import { RefusedPart } from '../private/refused-part';

const TYPES = ['Ingress', 'Egress'];

export const invalidRule = rule({
  code: 'NET317',
  title: 'the API server refuses a part of a NetworkPolicy',
  severity: 'error',
  reads: ['objects'],
  why: 'The schema of a NetworkPolicy allows more than the API server does: a peer is either an `ipBlock` or selectors, never both and never empty, '
    + 'and a range of ports has two ends in order. A refused policy is not applied at all, so the old one stays or none is there.',
  repair: 'Write two items where two peers are meant, and give ranges as `port` and `endPort` with `port` not above `endPort`.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/',
  *check({ objects }) {
    for (const policy of networkPolicies(objects)) {
      yield* refused(policy, policy.at('spec', 'podSelector'), invalidSelector(policy.object('spec', 'podSelector') ?? {}));
      for (const [i, type] of listOf(policy.get('spec', 'policyTypes')).entries()) {
        yield* refused(policy, policy.at('spec', 'policyTypes', i), typeFault(textOf(type)));
      }
      for (const { direction, peers, ports } of writtenRules(policy)) {
        for (const { value, place } of peers) yield* refused(policy, place, invalidPeer(value, peersField(direction)));
        for (const { value, place } of ports) yield* refused(policy, place, invalidPort(value));
      }
    }
  },
});

function typeFault(type: string | undefined): RefusedPart | undefined {
  if (type === undefined || TYPES.includes(type)) return undefined;
  return { message: `${type} is no direction`, fix: `write ${TYPES.join(' or ')}` };
}

function refused(policy: ManifestObject, at: Place, fault: RefusedPart | undefined) {
  return fault ? [{ at, message: `NetworkPolicy ${policy.name} is refused: ${fault.message}`, fix: fault.fix }] : [];
}
