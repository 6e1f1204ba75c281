import { execFile } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { PROJECT } from './shared';
import { programPath } from './tools';

/** The only block of Python on a page that says a name. */
export function pythonOf(page: string): (name: string) => string {
  const blocks = [...readFileSync(join(PROJECT, page), 'utf8').matchAll(/^```python\n(.*?)^```/gms)].map(([, code]) => code);
  return (name) => {
    const [found, ...others] = blocks.filter(code => code.includes(name));
    if (!found || others.length > 0) throw new Error(`${page} has ${found ? 'several blocks' : 'no block'} of Python with ${name}`);
    return found;
  };
}

/** Runs Python, and tells how it ended and what it printed. */
export function runPython(...lines: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(programPath('python')!, ['-c', lines.join('\n')], (error, out, err) => done({ code: Number(error?.code ?? 0), out: out.trim(), err }));
  });
}
