/** The way from an object to one of its fields. */
export type FieldPath = readonly (string | number)[];

const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** The path as people write it: `spec.containers[0].env[3].value`, `data["app.yaml"]`. */
export function formatPath(path: FieldPath): string {
  return path.map((step, i) => {
    if (typeof step === 'number') return `[${step}]`;
    if (!PLAIN_KEY.test(step)) return `[${JSON.stringify(step)}]`;
    return i === 0 ? step : `.${step}`;
  }).join('');
}
