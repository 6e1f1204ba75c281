/** What the rules of a Role allow, each verb on each resource as a line, such as `get batch/cronjobs`. */
export function roleLines(rules: any[] | undefined): string[] {
  const lines = (rules ?? []).flatMap((rule: any) => targets(rule).flatMap(target => (rule.verbs ?? []).map((verb: string) => `${verb} ${target}`)));
  return [...new Set<string>(lines)].sort();
}

function targets(rule: any): string[] {
  const names: string[] = rule.resourceNames?.length > 0 ? rule.resourceNames.map((name: string) => ` ${name}`) : [''];
  const resources = (rule.apiGroups ?? []).flatMap((group: string) => (rule.resources ?? []).flatMap((resource: string) =>
    names.map(name => `${group === '' ? resource : `${group}/${resource}`}${name}`)));
  return [...resources, ...rule.nonResourceURLs ?? []];
}
