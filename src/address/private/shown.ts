/** A wrong value as a message may quote it: what could hold a credential (user info, a query, a long text) is left out. */
export function shown(value: unknown): string {
  if (typeof value !== 'string') return `${value}`;
  return /^[^@?#=\p{Cc}]{0,100}$/u.test(value) ? `'${value}'` : '(not shown, it may hold a credential)';
}
