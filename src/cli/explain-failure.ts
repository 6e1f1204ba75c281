import { DEBUG_VARIABLE } from './errors';
import { Io } from './io';
import { RuleFailure } from '../verify';

/** What to print of a rule that broke down. */
export function explainFailure({ code, object, error }: RuleFailure, { env }: Io): string {
  const place = object ? ` at ${object.namespace}/${object.kind}/${object.name}` : '';
  const message = error instanceof Error ? error.message : String(error);
  const trace = env[DEBUG_VARIABLE] && error instanceof Error ? `${error.stack}\n` : '';
  return `petrosa-nats: this is an error of petrosa-nats: rule ${code} broke down${place}: ${message}\n${trace}`;
}
