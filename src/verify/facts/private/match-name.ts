const PATTERNS = new Map<string, RegExp>();

/** Whether a name matches a pattern in which `*` stands for any characters. */
export function matchesName(pattern: string, name: string): boolean {
  let compiled = PATTERNS.get(pattern);
  if (!compiled) {
    compiled = new RegExp(`^${pattern.split('*').map(part => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*')}$`);
    PATTERNS.set(pattern, compiled);
  }
  return compiled.test(name);
}
