const MOST = 12;

/** Names as a message lists them; the rest of a long list is counted. */
export function listed(names: readonly string[]): string {
  const rest = names.length - MOST;
  return rest > 0 ? `${names.slice(0, MOST).join(', ')} and ${rest} more` : names.join(', ');
}
