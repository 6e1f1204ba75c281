import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { FakeKubectl, World } from './fake-kubectl';
import { NOW } from './objects';
import { diagnose, DiagnoseOptions, KubectlResult, Selection } from '../../../src/doctor';

/** A folder with a program `kubectl` that answers as a fake cluster does when it is examined. */
export async function kubectlProgram(world: World, selection: Selection, options: Partial<DiagnoseOptions> = {}): Promise<string> {
  const kubectl = new FakeKubectl(world);
  const answers = new Map<string, KubectlResult>();
  const answer = kubectl.run.bind(kubectl);
  kubectl.run = async (args, how) => {
    const result = await answer(args, how);
    answers.set(args.join(' '), result);
    return result;
  };
  const around = { now: () => NOW, sleep: () => Promise.resolve() };
  await diagnose(selection, kubectl, { zone: 'cluster.local', timeoutSeconds: 10, waitSeconds: 0, failOn: 'failed', ...options }, around).catch(() => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
  const cases = [...answers].map(([command, result], i) => {
    if (result.type !== 'ended') return `'${command}') sleep 60;;`;
    mkdirSync(join(folder, 'answers'), { recursive: true });
    writeFileSync(join(folder, 'answers', `${i}.out`), result.out);
    writeFileSync(join(folder, 'answers', `${i}.err`), result.err);
    return `'${command.replace(/'/g, '\'\\\'\'')}') cat '${folder}/answers/${i}.out'; cat '${folder}/answers/${i}.err' >&2; exit ${result.code};;`;
  });
  writeProgram(folder, `case "$*" in\n${cases.join('\n')}\n*) echo "error: nobody answers $*" >&2; exit 1;;\nesac\n`);
  return folder;
}

/** A program `kubectl` in a folder, by its shell script. */
export function writeProgram(folder: string, script: string): void {
  writeFileSync(join(folder, 'kubectl'), `#!/bin/sh\n${script}`);
  chmodSync(join(folder, 'kubectl'), 0o755);
}
