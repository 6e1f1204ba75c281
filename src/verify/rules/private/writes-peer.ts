import { peersField } from './policies';
import { peerOf, SelectedPods } from './policy-entries';
import { canonicalJson } from '../../../compare/private/canonical-json';
import { listOf } from '../../../manifest';
import { PolicyRule } from '../../../reachability/policy';

/** Whether a rule is for these pods alone, written as a correction writes them. */
export function writesPeer({ policy: { object, namespace }, direction, index }: PolicyRule, pods: SelectedPods): boolean {
  const [only, ...others] = listOf(object.get('spec', direction, index, peersField(direction)));
  return others.length === 0 && canonicalJson(only) === canonicalJson(peerOf(pods, namespace));
}
