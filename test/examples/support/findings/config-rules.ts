import { label, namespaceOf, ObjectSet, Reference, referencesOf, Workload } from './object-set';
import { forEachWorkload, Rule, subjectWorkloads } from './rule';
import { Manifest } from '../../../support/manifests';

/** Every reference to a ConfigMap or Secret names an object and a key that exist. */
export const configRefMissingKey: Rule = scope => forEachWorkload(subjectWorkloads(scope), workload =>
  referencesOf(workload).filter(reference => !reference.optional).flatMap(({ kind, name, key }) => {
    const held = scope.set.find(kind, workload.namespace, name);
    if (!held) return [`${kind} ${name} does not exist`];
    const keys = Object.keys({ ...held.data, ...held.stringData, ...held.binaryData });
    return key === undefined || keys.includes(key) ? [] : [`${kind} ${name} has no key ${key}`];
  }));

/** Every key of the ConfigMap is read by a workload. */
export const configMapKeyUnused: Rule = ({ set, subject }) => set.named(subject).flatMap((configMap) => {
  const used = readsOf(set, configMap);
  if (used.some(({ key }) => key === undefined)) return [];
  return Object.keys(configMap.data ?? {}).filter(key => !used.some(reference => reference.key === key))
    .map(key => `${label(configMap)}: nothing reads ${key}`);
});

/** The ConfigMap or Secret is read by a workload. */
export const objectUnused: Rule = ({ set, subject }) => set.named(subject)
  .filter(object => readsOf(set, object).length === 0)
  .map(object => `${label(object)}: nothing reads it`);

/** The workload has each variable with the prefix that most others of its kind have. */
export const envMissingVersusSiblings = (prefix: string): Rule => scope => forEachWorkload(subjectWorkloads(scope), (workload) => {
  const siblings = scope.set.workloads(scope.set.objects).filter(other => other.kind === workload.kind && other.name !== workload.name);
  const common = mostCommon(siblings.map(sibling => variablesWith(scope.set, sibling, prefix)));
  if (common.length === 0) return [`hardly any other ${workload.kind} has a variable ${prefix}*`];
  const own = variablesWith(scope.set, workload, prefix);
  return common.filter(name => !own.includes(name)).map(name => `has no ${name}, most others have`);
});

/** No workload takes the variable, which is no secret, from a Secret. */
export const configInSecret = (variable: string): Rule => scope => forEachWorkload(subjectWorkloads(scope), workload =>
  scope.set.variables(workload).filter(({ name, source }) => name === variable && source.startsWith('Secret '))
    .map(({ source }) => `${variable} is no secret and comes from ${source}`));

/** No subject to publish on, by the name of its variable or key, holds a wildcard. */
export const wildcardInPublishSubject: Rule = ({ set, subject }) => set.named(subject).flatMap(configMap =>
  Object.entries<string>(configMap.data ?? {})
    .filter(([key, value]) => /PUBLISH/i.test(key) && value.split('.').some(token => token === '*' || token === '>'))
    .map(([key, value]) => `${label(configMap)}: ${key} is ${value}`));

function readsOf(set: ObjectSet, object: Manifest): Reference[] {
  return set.workloads().filter(workload => workload.namespace === namespaceOf(object)).flatMap(referencesOf)
    .filter(({ kind, name }) => kind === object.kind && name === object.metadata.name);
}

function variablesWith(set: ObjectSet, workload: Workload, prefix: string): string[] {
  return set.variables(workload).map(({ name }) => name).filter(name => name.startsWith(prefix));
}

function mostCommon(lists: readonly string[][]): string[] {
  return [...new Set(lists.flat())].filter(name => lists.filter(list => list.includes(name)).length > lists.length / 2);
}
