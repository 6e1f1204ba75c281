/** Whether Kubernetes takes a text as a key of a ConfigMap or Secret. */
export function isDataKey(text: string): boolean {
  return /^[-._a-zA-Z0-9]{1,253}$/.test(text) && text !== '.' && !text.startsWith('..');
}
