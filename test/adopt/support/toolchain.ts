/* eslint-disable @typescript-eslint/no-require-imports */
import * as ts from 'typescript';
import { Toolchain } from '../../../src/adopt';

const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };

/** What runs generated code in tests. */
export const TOOLCHAIN: Toolchain = {
  transpile: text => ts.transpileModule(text, { compilerOptions }).outputText,
  load: module => require(module),
};
