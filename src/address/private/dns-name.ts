const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
// Kubernetes limits the name of an object as a whole, not its parts between dots.
const OBJECT_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const SERVICE_LABEL = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A label of RFC 1123 in lower case, as Kubernetes takes it for namespaces and pods: at most 63 of a-z, 0-9 and inner hyphens. */
export function isDnsLabel(text: string): boolean {
  return LABEL.test(text);
}

/** A label of RFC 1035, as Kubernetes 1.28 takes it for the name of a Service: as `isDnsLabel`, and a letter first. */
export function isServiceLabel(text: string): boolean {
  return SERVICE_LABEL.test(text);
}

/** Labels joined by dots, at most 253 characters, without the trailing dot of the root. */
export function isDnsName(text: string): boolean {
  return text.length <= 253 && text.split('.').every(isDnsLabel);
}

/** A DNS subdomain as Kubernetes takes it for `metadata.name` of most objects: `isDnsName` without the limit on each label. */
export function isObjectName(text: string): boolean {
  return OBJECT_NAME.test(text);
}
