const MOST = 5;

/** The first titles of a list that may be long, and how many more there are. */
export function titlesOf(titles: readonly string[]): string {
  const rest = titles.length - MOST;
  return rest > 1 ? `${titles.slice(0, MOST).join(', ')} and ${rest} more` : titles.join(', ');
}
