import { policyLines, policyTypes } from './policy-lines';
import { roleLines } from './role-lines';
import { Json, JsonObject, listOf, objectOf } from '../../manifest';
import { Direction } from '../../reachability';

/** The object with what is the same by definition written the same: default protocols and ports, rules taken apart. */
export function withEqualForms(object: JsonObject): JsonObject {
  const spec = objectOf(object.spec);
  switch (object.kind) {
    case 'NetworkPolicy': {
      const lines = (direction: Direction) => policyLines(object, direction);
      return { ...object, spec: { ...spec, policyTypes: policyTypes(object), ingress: lines('ingress'), egress: lines('egress') } };
    }
    case 'Role':
    case 'ClusterRole':
      return { ...object, rules: roleLines(object.rules) };
    case 'Service':
      return spec ? { ...object, spec: { ...spec, ports: listOf(spec.ports).map(withServicePort) } } : object;
    case 'Ingress':
      return spec ? { ...object, spec: { ...spec, rules: mergeHosts(listOf(spec.rules)) } } : object;
    default:
      return withProtocols(object) as JsonObject;
  }
}

function withServicePort(item: Json): Json {
  const port = objectOf(item);
  return port ? { ...port, protocol: port.protocol ?? 'TCP', targetPort: port.targetPort ?? port.port } : item;
}

/** Rules of one host are one rule with all their paths. */
function mergeHosts(rules: readonly Json[]): Json[] {
  const byHost = new Map<Json | undefined, Json>();
  for (const item of rules) {
    const rule = objectOf(item) ?? {};
    const earlier = objectOf(byHost.get(rule.host));
    byHost.set(rule.host, earlier ? { ...earlier, http: { paths: [...pathsOf(earlier), ...pathsOf(rule)] } } : rule);
  }
  return [...byHost.values()];
}

function pathsOf(rule: JsonObject): readonly Json[] {
  return listOf(objectOf(rule.http)?.paths);
}

function withProtocols(value: Json): Json {
  if (Array.isArray(value)) return value.map(withProtocols);
  const object = objectOf(value);
  if (!object) return value;
  const copy = Object.fromEntries(Object.entries(object).map(([key, part]) => [key, part === undefined ? part : withProtocols(part)]));
  return typeof copy.containerPort === 'number' ? { ...copy, protocol: copy.protocol ?? 'TCP' } : copy;
}
