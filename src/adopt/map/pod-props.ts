import { nonEmpty, durationProp, Prop, scalarProp } from './prop-values';
import { SystemDraft } from './system-draft';
import { TakenFields } from './taken-fields';
import { withAllComments } from './with-comments';
import { FieldPath, JsonObject, listOf, objectOf, textOf, Workload } from '../../manifest';
import { call, Expression, imported, literal, name, object } from '../code';

/** The props for the fields of a pod's spec beside its containers and volumes. */
export function podProps({ podPath, podSpec, kind, name: workload }: Workload, fields: TakenFields, draft: SystemDraft): Prop[] {
  const restart = podSpec.restartPolicy;
  const isStandard = restart === (kind === 'Job' || kind === 'CronJob' ? 'Never' : 'Always') || restart === undefined;
  if (isStandard || restart === 'OnFailure') fields.take(...podPath, 'restartPolicy');
  const account = podSpec.serviceAccountName ?? podSpec.serviceAccount;
  if (typeof account === 'string') for (const field of ['serviceAccountName', 'serviceAccount']) fields.take(...podPath, field);
  if (typeof podSpec.automountServiceAccountToken === 'boolean') fields.take(...podPath, 'automountServiceAccountToken');
  return [
    ['restartPolicy', !isStandard && restart === 'OnFailure' ? imported('cdk8s-plus-28', 'RestartPolicy.ON_FAILURE') : undefined],
    ['serviceAccount', typeof account === 'string' ? serviceAccount(account, workload, draft) : undefined],
    ['automountServiceAccountToken', hasToken(podSpec) ? literal(true) : undefined],
    ['hostNetwork', scalarProp(fields, [...podPath, 'hostNetwork'], 'boolean', false)],
    ['priorityClassName', scalarProp(fields, [...podPath, 'priorityClassName'], 'string')],
    ['imagePullSecrets', pullSecrets(podPath, podSpec, fields)],
    ['terminationGracePeriod', durationProp(fields, [...podPath, 'terminationGracePeriodSeconds'], 45)],
    ['securityContext', securityContext([...podPath, 'securityContext'], fields)],
  ];
}

function serviceAccount(account: string, workload: string, { ids }: SystemDraft): Expression {
  const id = ids.take(...account === workload ? [] : [account], `${account}-account`);
  return call(imported('cdk8s-plus-28', 'ServiceAccount'), 'fromServiceAccountName', name('this'), literal(id), literal(account));
}

/** Pods get a token unless they say no; without an account of their own it is good for nothing. */
function hasToken({ serviceAccountName, serviceAccount: former, automountServiceAccountToken: given }: JsonObject): boolean {
  const account = serviceAccountName ?? former;
  return given === true || (given === undefined && typeof account === 'string' && account !== 'default');
}

function pullSecrets(podPath: FieldPath, { imagePullSecrets }: JsonObject, fields: TakenFields): Expression | undefined {
  const names = listOf(imagePullSecrets).flatMap(secret => textOf(objectOf(secret)?.name) ?? []);
  if (names.length === 0 || names.length < listOf(imagePullSecrets).length) return undefined;
  fields.take(...podPath, 'imagePullSecrets');
  return { kind: 'array', items: names.map((one, i) => withAllComments(fields.object, [...podPath, 'imagePullSecrets', i], { value: literal(one) })) };
}

function securityContext(path: FieldPath, fields: TakenFields): Expression | undefined {
  const nonRoot = fields.object.get(...path, 'runAsNonRoot');
  if (typeof nonRoot === 'boolean') fields.take(...path, 'runAsNonRoot');
  return nonEmpty(object({
    ensureNonRoot: nonRoot === false ? literal(false) : undefined,
    user: scalarProp(fields, [...path, 'runAsUser'], 'number'),
    group: scalarProp(fields, [...path, 'runAsGroup'], 'number'),
    fsGroup: scalarProp(fields, [...path, 'fsGroup'], 'number'),
  }));
}
