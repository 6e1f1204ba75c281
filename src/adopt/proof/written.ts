import { AdoptedApp, AdoptOptions } from '../adopted-app';
import { sourceFiles } from '../project';
import { ProofParts } from './proof-parts';
import { whyRefused } from '../why-kept';
import { Requests } from './requests';
import { sufficientPart } from './sufficient-part';
import { Synthesis, synthesize } from './synthesize';

/** An app that renders something. */
export interface WrittenApp {
  readonly app: AdoptedApp;
  readonly files: ReadonlyMap<string, string>;
  readonly synthesis: Synthesis;
}

/**
 * The app with what is asked for. What a construct refuses is asked for as it is.
 *
 * @throws what the generated code throws, where the code itself is wrong or no object is to blame
 */
export function written(parts: ProofParts, requests: Requests): WrittenApp {
  const attempt = rendered(parts, requests);
  if (!('error' in attempt)) return attempt;
  const { error } = attempt;
  if (isFaultOfCode(error)) throw error;
  const why = whyRefused(firstLine(error));
  const blamed = sufficientPart(attempt.app.covered.filter(object => !requests.raw.has(object)), (objects) => {
    const other = rendered(parts, requests.withRaw(objects, why));
    return !('error' in other) || messageOf(other.error) !== messageOf(error);
  });
  if (!blamed || !requests.addRaw(blamed, why)) throw error;
  return written(parts, requests);
}

/** What an app renders, or what it throws. */
function rendered({ input, write, toolchain }: ProofParts, options: AdoptOptions): WrittenApp | Pick<WrittenApp, 'app'> & { readonly error: unknown } {
  const app = write(input, options);
  const files = sourceFiles(app);
  try {
    return { app, files, synthesis: synthesize(files, toolchain) };
  } catch (error) {
    return { app, error };
  }
}

/** Whether the code cannot run: no construct refuses anything like that. */
function isFaultOfCode(error: unknown): boolean {
  return error instanceof Error && /\b(?:ReferenceError|SyntaxError|TypeError)\b/.test(`${error.name}: ${error.message}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The first line that says something: those of a validation stand below a title. */
function firstLine(error: unknown): string {
  return messageOf(error).split('\n').find(line => !line.endsWith(':'))?.trim() ?? messageOf(error);
}
