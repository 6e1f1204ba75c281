const MOST = 3;

/** The first names of a list that may be long, and how many more there are. */
export function briefly(names: readonly string[]): string {
  const rest = names.length - MOST;
  return rest > 1 ? `${names.slice(0, MOST).join(', ')} and ${rest} more` : names.join(', ');
}
