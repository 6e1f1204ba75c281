/** Whether a text matches a pattern in which `*` stands for any characters and `{a,b}` for a or b. */
export function matchesGlob(pattern: string, text: string): boolean {
  const source = pattern.replace(/[\\^$.|?+()[\]]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\{([^{}]*)\}/g, (_, choices: string) => `(?:${choices.split(',').join('|')})`);
  return new RegExp(`^${source}$`, 's').test(text);
}
