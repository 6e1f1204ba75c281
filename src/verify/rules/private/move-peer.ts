import { meansNamespaceName, NAMESPACE_NAME_LABEL } from './named-namespace';
import { namespaceNamed } from './policy-entries';
import { Edit } from '../../../edit';
import { listOf, Place, textsOf } from '../../../manifest';

/** The edits by which a peer selects pods of another namespace; undefined where it does not name a single one. */
export function movePeer({ object, path }: Place, namespace: string): Edit[] | undefined {
  const selector = object.object(...path, 'namespaceSelector');
  if (!selector) return [{ kind: 'insert', at: object.at(...path, 'namespaceSelector'), value: namespaceNamed(namespace) }];
  const [label, ...others] = Object.keys(textsOf(selector.matchLabels));
  if (label === undefined || others.length > 0 || !meansNamespaceName(label) || listOf(selector.matchExpressions).length > 0) return undefined;
  const at = object.at(...path, 'namespaceSelector', 'matchLabels', label);
  const named: Edit = { kind: 'replace', at, value: namespace };
  return label === NAMESPACE_NAME_LABEL ? [named] : [{ kind: 'rename', at, key: NAMESPACE_NAME_LABEL }, named];
}
