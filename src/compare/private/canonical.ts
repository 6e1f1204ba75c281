import { fieldsOf, groupOf, isCustom, Json, JsonObject, objectOf, textOf } from '../../manifest';
import { quantityInNano } from '../quantity';
import { withEqualForms } from './equal-forms';
import { jsonText } from './json-text';
import { isSet, listKey } from './list-keys';
import { mapKey, memberKey } from './path-text';
import { Fields, Leaf, Members, Tree } from './tree';
import { variablesByName } from './variables';

const MAPS: ReadonlySet<string> = new Set([
  'labels', 'annotations', 'matchLabels', 'data', 'stringData', 'binaryData', 'nodeSelector', 'requests', 'limits', 'hard',
]);

const QUANTITY_FIELDS: ReadonlySet<string> = new Set(['sizeLimit', 'averageValue']);

const QUANTITY_MAPS: ReadonlySet<string> = new Set(['requests', 'limits', 'hard']);

/** Structures that mean the same empty as absent. */
const ABSENT_WHEN_EMPTY: ReadonlySet<string> = new Set(['metadata', 'resources', 'securityContext', 'affinity']);

/** The comparable form of an object. */
export function canonical(object: JsonObject): Fields {
  const custom = isCustom(groupOf(textOf(object.apiVersion) ?? ''));
  return new Canonical(custom).fields(custom ? withoutNullMetadata(object) : withEqualForms(object));
}

/** The metadata of a kind are as those of any, whatever its schema says of null. */
function withoutNullMetadata(object: JsonObject): JsonObject {
  const metadata = fieldsOf(objectOf(object.metadata) ?? {}).filter(([, value]) => value !== null);
  return { ...object, metadata: Object.fromEntries(metadata) };
}

class Canonical {
  /** @param custom  whether the object is none of Kubernetes itself, whose lists could mean anything, and whose null may be a value */
  constructor(private readonly custom: boolean) {}

  fields(object: JsonObject): Fields {
    const fields = new Map<string, Tree>();
    for (const [key, part] of fieldsOf(object)) {
      const tree = this.tree(key, part);
      if (tree) fields.set(mapKey(key), tree);
    }
    return { fields };
  }

  private tree(name: string, value: Json | undefined): Tree | undefined {
    if (value === undefined || (value === null && !this.custom)) return undefined;
    if (Array.isArray(value)) return this.list(name, value);
    const object = objectOf(value);
    if (!object) return leaf(value, QUANTITY_FIELDS.has(name));
    if (MAPS.has(name) || isServiceSelector(name, object)) return mapOf(object, QUANTITY_MAPS.has(name));
    if (ABSENT_WHEN_EMPTY.has(name) && Object.keys(object).length === 0) return undefined;
    return this.fields(object);
  }

  private list(name: string, list: readonly Json[]): Tree | undefined {
    if (list.length === 0) return undefined;
    if (list.every(isScalar)) return isSet(name, this.custom) ? setOf(list) : leaf(list);
    return this.members(name === 'env' ? variablesByName(list) : list, name);
  }

  private members(list: readonly Json[], name: string): Members {
    const key = listKey(name, list, this.custom);
    const members = new Map<string, Tree>();
    const ordered = key && !key.ordered ? [...list].sort((a, b) => compareTexts(jsonText(a), jsonText(b))) : list;
    ordered.forEach((item, index) => {
      const object = objectOf(item);
      members.set(unusedKey(members, key && object ? key.of(object) : `${index}`), object ? this.fields(object) : leaf(item));
    });
    return { members, ordered: key?.ordered };
  }
}

/** A Service's selector is the labels themselves. */
function isServiceSelector(name: string, value: JsonObject): boolean {
  return name === 'selector' && !('matchLabels' in value || 'matchExpressions' in value);
}

function isScalar(value: Json): boolean {
  return value === null || typeof value !== 'object';
}

function leaf(value: Json, isQuantity = false): Leaf {
  const quantity = isQuantity ? quantityInNano(value) : undefined;
  return { value, same: quantity === undefined ? JSON.stringify(value) : `${quantity}n` };
}

function mapOf(value: JsonObject, areQuantities: boolean): Members {
  return { members: new Map(fieldsOf(value).map(([key, part]) => [mapKey(key), leaf(part, areQuantities)])) };
}

function setOf(list: readonly Json[]): Members {
  return { members: new Map(list.map(item => [memberKey(jsonText(item)), leaf(item)])) };
}

function unusedKey(members: ReadonlyMap<string, Tree>, key: string): string {
  let unused = memberKey(key);
  for (let n = 2; members.has(unused); n++) unused = memberKey(`${key} #${n}`);
  return unused;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
