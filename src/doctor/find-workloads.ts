import { targetOf } from './client';
import { Live, Where } from './live';
import { askEach } from './private/ask-each';
import { CannotExamine, NamedWorkload, RESOURCES, Selection, Unlisted } from './selection';
import { describeTrouble, isLasting, Trouble } from './trouble';
import { nearest } from '../address/private/nearest';
import { JsonObject, listOf, objectOf, textOf, valueAt } from '../manifest';

/** The live objects of a selection, and the lists that may hold more. */
export interface FoundWorkloads {
  readonly objects: readonly JsonObject[];
  readonly unlisted: readonly Unlisted[];
}

/**
 * The workloads that are meant, without those that a controller made.
 * @throws CannotExamine
 */
export async function findWorkloads({ workloads, where }: Selection, live: Live): Promise<FoundWorkloads> {
  const { answers, silent } = await askEach(kindsOf(workloads), kind => live.list(RESOURCES[kind], where));
  const troubles = silent.map(({ trouble }) => trouble);
  if (answers.length === 0) throw new CannotExamine(whyNothing(troubles), troubles.every(isLasting));
  const objects = answers.flatMap(({ answer }) => answer).filter(object => !isMade(object));
  const unlisted = silent.map(({ one, trouble }) => ({ resource: RESOURCES[one], trouble }));
  const found = workloads.map(named => ({ named, objects: objects.filter(object => isNamed(object, named)) }));
  const missing = found.find(one => one.objects.length === 0 && silent.every(({ one: kind }) => kind !== one.named.kind));
  if (missing) throw new CannotExamine(noSuchWorkload(missing.named, where, objects, troubles));
  return { objects: workloads.length === 0 ? objects : [...new Set(found.flatMap(one => one.objects))], unlisted };
}

/** The kinds that are meant; all where a workload may be of any. */
function kindsOf(workloads: readonly NamedWorkload[]): string[] {
  const kinds = workloads.map(({ kind }) => kind).filter(kind => kind !== undefined);
  return kinds.length > 0 && kinds.length === workloads.length ? [...new Set(kinds)] : Object.keys(RESOURCES);
}

function whyNothing(troubles: readonly Trouble[]): string {
  const timeout = troubles.find(({ type }) => type === 'timeout');
  if (timeout?.type === 'timeout') return `the cluster does not answer within ${timeout.seconds} s; --timeout gives it longer`;
  return [...new Set(troubles.map(describeTrouble))].join('; ');
}

/** Whether a controller made it, which is examined in its place. */
function isMade(object: JsonObject): boolean {
  return listOf(valueAt(object, ['metadata', 'ownerReferences'])).some(owner => objectOf(owner)?.controller === true);
}

function isNamed(object: JsonObject, { kind, name }: NamedWorkload): boolean {
  return valueAt(object, ['metadata', 'name']) === name && (kind === undefined || object.kind === kind);
}

function noSuchWorkload(named: NamedWorkload, where: Where, objects: readonly JsonObject[], troubles: readonly Trouble[]): string {
  const wanted = named.kind === undefined ? named.name : targetOf({ kind: named.kind, name: named.name });
  const names = objects.map(object => targetOf({ kind: textOf(object.kind)!, name: textOf(valueAt(object, ['metadata', 'name']))! }));
  const unseen = troubles.map(trouble => `; ${describeTrouble(trouble)}`).join('');
  return `there is no workload ${wanted} ${placeOf(where)}: ${whatThereIs(wanted, names)}${unseen}`;
}

function whatThereIs(wanted: string, names: readonly string[]): string {
  if (names.length === 0) return 'there are none';
  const near = nearest(wanted, names);
  return near.startsWith('did you mean') || names.length <= 10 ? near.replace('it holds', 'there are') : `there are ${names.length}`;
}

/** The end of a sentence about where it was looked. */
export function placeOf(where: Where): string {
  if (where === 'all') return 'in the cluster';
  return where === 'context' ? 'in the namespace of the context' : `in namespace ${where.namespace}`;
}
