/**
 * The name of an environment variable, by the rules of Kubernetes.
 * @throws if it is not made of letters, digits, `-`, `.` and `_`, or begins with a digit
 */
export function checkedVariableName(name: string): string {
  if (!/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name)) {
    throw new Error(`environment variable ${JSON.stringify(name)} is no name that Kubernetes takes; ` +
      'write letters, digits, "-", "." and "_", not a digit first, e.g. NATS_CONSUMER_TOPIC');
  }
  return name;
}
