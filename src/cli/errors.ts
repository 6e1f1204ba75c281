/** Says what the user has to change. Ends the run with exit code 2, without a stack trace. */
export class UsageError extends Error {}

/** The variable that asks for the stack trace of an error of this program. */
export const DEBUG_VARIABLE = 'PETROSA_NATS_DEBUG';

/** What to print of an error that ended a run. */
export function explainError(error: unknown, env: Readonly<Record<string, string | undefined>>): string {
  if (error instanceof UsageError) return `petrosa-nats: ${error.message}\n`;
  const message = error instanceof Error ? error.message : String(error);
  const trace = env[DEBUG_VARIABLE] && error instanceof Error ? `${error.stack}\n` : `${DEBUG_VARIABLE}=1 prints where\n`;
  return `petrosa-nats: this is an error of petrosa-nats: ${message}\n${trace}`;
}
