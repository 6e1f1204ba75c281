import { KubernetesSchema, SchemaType } from './kubernetes-schema';

/** Deep enough for `spec.jobTemplate.spec.template.spec.containers[].resources`. */
const DEEPEST = 7;

/** Where a type or what it holds has a field of this name: the shortest way, as `spec.template.spec.containers[].env`; undefined for nowhere. */
export function placeOfField(start: SchemaType, field: string): string | undefined {
  let ways = [{ type: start, way: '' }];
  const seen = new Set([start.name]);
  for (let depth = 0; depth < DEEPEST; depth++) {
    const found = ways.find(({ type }) => type.fields.has(field));
    if (found) return `${found.way}${field}`;
    ways = ways.flatMap(({ type, way }) => [...type.fields].flatMap(([name, word]) => {
      const next = KubernetesSchema.instance.type(word.replace(/^\[\]/, ''));
      if (!next || seen.has(next.name) || name === 'status') return [];
      seen.add(next.name);
      return [{ type: next, way: `${way}${name}${word.startsWith('[]') ? '[]' : ''}.` }];
    }));
  }
  return undefined;
}
