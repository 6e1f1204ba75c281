/* eslint-disable @typescript-eslint/no-require-imports */
import { resolve } from 'path';
import type * as typescript from 'typescript';
import { UsageError } from './errors';
import { Toolchain } from '../adopt';

/** What runs generated code: TypeScript as the user has it, and the constructs of this package with what lies beside them. */
export function toolchain(folder: string): Toolchain {
  const ts = loadTypeScript([resolve(folder), process.cwd(), __dirname]);
  const packages = new Map(['cdk8s', 'cdk8s-plus-28', 'constructs', 'cdk8s-petrosa'].map(name => [name, loadPackage(name)]));
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  return {
    transpile: text => ts.transpileModule(text, { compilerOptions }).outputText,
    load: module => packages.get(module),
  };
}

function loadTypeScript(paths: readonly string[]): typeof typescript {
  try {
    return require(require.resolve('typescript', { paths: [...paths] })) as typeof typescript;
  } catch {
    throw new UsageError('TypeScript is not found, which runs the generated code to prove it; run: npm install --save-dev typescript');
  }
}

function loadPackage(name: string): unknown {
  try {
    return require(name === 'cdk8s-petrosa' ? '../index' : name);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'MODULE_NOT_FOUND') throw error;
    throw new UsageError(`the constructs cannot be loaded: ${message.split('\n')[0]}; run: npm install cdk8s cdk8s-plus-28 constructs`);
  }
}
