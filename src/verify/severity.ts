/** How bad a finding is: it breaks something, it will or may break something, it could be better. */
export type Severity = 'error' | 'warning' | 'advice';

/** From bad to good. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'advice'];

/** Whether a severity is at or above a threshold. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
