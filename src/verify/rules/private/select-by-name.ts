import { meansNamespaceName, NAMESPACE_NAME_LABEL } from './named-namespace';
import { Edit } from '../../../edit';
import { Place, textsOf } from '../../../manifest';
import { Selector } from '../../../reachability/selector';

/**
 * The edits by which a peer selects namespaces by their names instead of labels that stand for them; undefined where a label does not,
 * or names a namespace that is not meant.
 */
export function selectByName({ object, path }: Place, isMeant: (namespace: string) => boolean): Edit[] | undefined {
  const selector = [...path, 'namespaceSelector'];
  const labels = textsOf(object.get(...selector, 'matchLabels'));
  const labelCount = Object.keys(labels).length;
  const edits: Edit[] = [];
  let named: string | undefined = labels[NAMESPACE_NAME_LABEL];
  // Requirements are the labels, then the expressions, in their order.
  for (const [i, { key, operator, values }] of Selector.parse(object.get(...selector)).requirements.entries()) {
    if (key === NAMESPACE_NAME_LABEL) continue;
    if (!meansNamespaceName(key) || operator !== 'In' || !values.every(isMeant)) return undefined;
    if (i >= labelCount) {
      edits.push({ kind: 'replace', at: object.at(...selector, 'matchExpressions', i - labelCount, 'key'), value: NAMESPACE_NAME_LABEL });
      continue;
    }
    if (named !== undefined && named !== values[0]) return undefined;
    const at = object.at(...selector, 'matchLabels', key);
    edits.push(named === undefined ? { kind: 'rename', at, key: NAMESPACE_NAME_LABEL } : { kind: 'remove', at });
    named = values[0];
  }
  return edits.length > 0 ? edits : undefined;
}
