import { existsSync } from 'fs';
import { delimiter, join } from 'path';
import { describeUnlessMissing } from './required';
import { PROJECT } from './shared';

/** A `describe` that needs programs of the machine: skipped with its reason where one is missing, failing there under PETROSA_REQUIRE_TOOLS=1. */
export function describeWithTools(title: string, programs: readonly string[], tests: () => void): void {
  const missing = programs.filter(program => programPath(program) === undefined);
  const reason = missing.length === 0 ? undefined : `${missing.join(' and ')} is missing, see .ci/tools`;
  describeUnlessMissing(title, reason, 'PETROSA_REQUIRE_TOOLS', tests);
}

/** Where a program of the machine lies; python is that of .ci/tools, which has nats.py and prometheus_client. */
export function programPath(program: string): string | undefined {
  if (program === 'python') return [join(PROJECT, '.venv/bin/python')].find(path => existsSync(path));
  return process.env.PATH!.split(delimiter).map(folder => join(folder, program)).find(path => existsSync(path));
}
