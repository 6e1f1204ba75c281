import { Plan, PlanStep } from '../migrate';
import { MigrationTextOptions } from './format-migration';
import { visible } from './private/excerpt';
import { commandLine, shellWords } from './private/shell-words';

/** The plan as a shell script that stops at the first command that fails. */
export function formatMigrationScript(plan: Plan, { isWritten }: MigrationTextOptions): string {
  const parts = plan.map(({ title, steps }, i) => [comment(`${i + 1}. ${title}`), ...steps.flatMap(lines)].join('\n'));
  const head = ['#!/bin/sh', ...(isWritten || plan.length === 0 ? [] : [comment('the files are not written yet: petrosa-nats migrate --write writes them')]), 'set -eu'];
  return [head.join('\n'), ...(parts.length > 0 ? parts : [comment('nothing to do')])].join('\n\n') + '\n';
}

function lines({ command, input, note, lookFor, isOffline }: PlanStep): string[] {
  if (!command) return [comment(note)];
  const line = commandLine(command, input);
  if (isOffline) return [comment(note), comment(line)];
  // A program that logs other words is no failure of the rollout.
  const whole = lookFor === undefined ? line : `${line} | grep -E ${shellWords([lookFor])} || echo ${shellWords([`none of these in the logs: ${lookFor}`])}`;
  return [...(note === '' ? [] : [comment(note)]), whole];
}

function comment(text: string): string {
  return `# ${visible(text)}`;
}
