import { Io } from './io';
import { run } from './main';

/** Runs the command line of this process. */
export async function start(): Promise<void> {
  // A copy: the YAML parser looks at a variable for each token, and the environment itself asks the system each time.
  process.env = { ...process.env };
  // The reader of a pipe may have seen enough.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  // The exit code is set instead of exiting, so that what is written to a pipe arrives.
  process.exitCode = await run(process.argv.slice(2), processIo());
}

function processIo(): Io {
  return {
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    stdin: readStdin,
    env: process.env,
    isTTY: process.stdout.isTTY === true,
  };
}

async function readStdin(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
  return text;
}
