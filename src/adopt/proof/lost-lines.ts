import { isUseWithin, PolicyForms } from './narrowed-use';
import { allowances, lineOf, policyLines } from '../../compare/private/policy-lines';
import { JsonObject, Json, listOf, objectOf, valueAt } from '../../manifest';
import { Direction } from '../../reachability';

/** What a finding says of a rule for names, it says of what the rule lacks. */
const DNS = 53;
const NAMESPACE = 'kubernetes.io/metadata.name';

/**
 * Whether a line of a policy may be gone: something wider is open at its port, or something narrower that is all that is needed there, or its peer
 * had a finding that is gone, such as that nobody is it. What nobody needs as far as is known stays open.
 */
export function mayBeGone(text: string, direction: Direction, forms: PolicyForms & { readonly gone: readonly string[] }): boolean {
  const { before, after, gone } = forms;
  const lost = allowances(before.value, direction).find(line => lineOf(line) === text);
  const rules = listOf(before.get('spec', direction));
  if (lost === undefined) return false;
  const open = allowances(after.value, direction).filter(({ port }) => portOf(port) === portOf(lost.port));
  const narrower = open.filter(({ peer }) => isInside(peer, lost.peer));
  const isOpen = open.some(({ peer }) => isInside(lost.peer, peer)) || (narrower.length > 0
    && (lost.port?.port === DNS || isUseWithin(narrower.map(lineOf), lost.port, forms)));
  return isOpen || (!isEverybody(lost.peer) && lost.port?.port !== DNS && rules.some((rule, index) =>
    policyLines({ ...before.value, spec: { [direction]: [rule] } }, direction).includes(text) && gone.some(path => path.startsWith(`spec.${direction}[${index}]`))));
}

function portOf(port: JsonObject | undefined): string {
  return JSON.stringify(port && [port.port, port.endPort, port.protocol ?? 'TCP']);
}

/** Whether all that one peer is another one is as well. */
function isInside(narrow: JsonObject | undefined, wide: JsonObject | undefined): boolean {
  if (isEverybody(wide)) return true;
  if (isEverybody(narrow) || wide!.ipBlock !== undefined || narrow!.ipBlock !== undefined) return false;
  return hasLabels(namespacesOf(narrow!), namespacesOf(wide!)) && hasLabels(narrow!.podSelector, wide!.podSelector);
}

function isEverybody(peer: JsonObject | undefined): boolean {
  return peer === undefined || (valueAt(peer, ['ipBlock', 'cidr']) === '0.0.0.0/0' && listOf(valueAt(peer, ['ipBlock', 'except'])).length === 0);
}

/** A peer has none where its policy has none either, which is then left to `kubectl apply -n`. */
function namespacesOf({ namespaceSelector }: JsonObject): Json {
  return namespaceSelector ?? { matchLabels: { [NAMESPACE]: '' } };
}

/** Whether a selector wants all labels that another one wants, which has nothing but labels. */
function hasLabels(narrow: Json | undefined, wide: Json | undefined): boolean {
  const wanted = Object.entries(objectOf(valueAt(wide, ['matchLabels'])) ?? {});
  return listOf(valueAt(wide, ['matchExpressions'])).length === 0 && wanted.every(([key, value]) => valueAt(narrow, ['matchLabels', key]) === value);
}
