import { CommanderError } from 'commander';
import { explainError } from './errors';
import { EXIT, ExitCode } from './exit-code';
import { Io } from './io';
import { program } from './program';

/** Runs a command line. Never throws: each error is printed, and told by the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  try {
    await program(io, (result) => { code = result; }).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    // What commander throws it has printed.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.error;
    io.err(explainError(error, io.env));
    return EXIT.error;
  }
}
