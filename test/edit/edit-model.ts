import { Edit } from '../../src/edit';
import { Json, JsonObject } from '../../src/manifest';

/** A value whose parts keep their identity while others change. */
interface Tree {
  content: Json | Tree[] | [string, Tree][];
  kind: 'map' | 'list' | 'scalar';
}

/** What a value is after edits, each of which says where a field stood before. */
export function afterEdits(value: Json, edits: readonly Edit[]): Json {
  const root = treeOf(value);
  const changes = edits.map(edit => changeOf(root, edit));
  changes.forEach(change => change());
  return jsonOf(root);
}

function changeOf(root: Tree, edit: Edit): () => void {
  const { path } = edit.at;
  let parent = root;
  let depth = 0;
  for (let below = childOf(root, path[0]); below && depth < path.length - 1; below = childOf(below, path[++depth])) parent = below;
  const last = path[depth];
  const child = childOf(parent, last);
  switch (edit.kind) {
    case 'replace': return () => Object.assign(child!, treeOf(edit.value));
    case 'remove': return () => { parent.content = (parent.content as any[]).filter(member => member !== child && member[1] !== child); };
    case 'rename': return () => (parent.content as [string, Tree][]).forEach((pair) => { if (pair[1] === child) pair[0] = edit.key; });
    case 'insert': return () => {
      const added = treeOf(path.slice(depth + 1).reduceRight<Json>((value, step) => (typeof step === 'number' ? [value] : { [step]: value }), edit.value));
      if (parent.kind === 'scalar') Object.assign(parent, { kind: typeof last === 'number' ? 'list' : 'map', content: [] });
      const members = parent.content as any[];
      if (typeof last === 'string') members.push([last, added]);
      else members.splice(child ? members.indexOf(child) : members.length, 0, added);
    };
  }
}

function childOf({ kind, content }: Tree, step: string | number): Tree | undefined {
  if (kind === 'list') return (content as Tree[])[step as number];
  return kind === 'map' ? (content as [string, Tree][]).find(([key]) => key === step)?.[1] : undefined;
}

function treeOf(value: Json): Tree {
  if (Array.isArray(value)) return { kind: 'list', content: value.map(treeOf) };
  if (typeof value !== 'object' || value === null) return { kind: 'scalar', content: value };
  return { kind: 'map', content: Object.entries(value as JsonObject).map(([key, field]) => [key, treeOf(field as Json)] as [string, Tree]) };
}

function jsonOf({ kind, content }: Tree): Json {
  if (kind === 'list') return (content as Tree[]).map(jsonOf);
  return kind === 'map' ? Object.fromEntries((content as [string, Tree][]).map(([key, tree]) => [key, jsonOf(tree)])) : content as Json;
}
