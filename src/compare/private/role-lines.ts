import { Json, JsonObject, listOf, objectOf, textOf } from '../../manifest';

/** What the rules of a Role allow, each verb on each resource as a line, such as `get batch/cronjobs`. */
export function roleLines(rules: Json | undefined): string[] {
  const lines = listOf(rules).flatMap((item) => {
    const rule = objectOf(item) ?? {};
    const verbs = texts(rule.verbs);
    return targets(rule).flatMap(target => verbs.map(verb => `${verb} ${target}`));
  });
  return [...new Set(lines)].sort();
}

function targets(rule: JsonObject): string[] {
  const names = texts(rule.resourceNames).map(name => ` ${name}`);
  const resources = texts(rule.apiGroups).flatMap(group => texts(rule.resources).flatMap(resource =>
    (names.length > 0 ? names : ['']).map(name => `${group === '' ? resource : `${group}/${resource}`}${name}`)));
  return [...resources, ...texts(rule.nonResourceURLs)];
}

function texts(list: Json | undefined): string[] {
  return listOf(list).flatMap(item => textOf(item) ?? []);
}
