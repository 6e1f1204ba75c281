import { join } from 'path';
import * as ts from 'typescript';
import { PROJECT } from './shared';

/** What the compiler says of files, which it takes to lie in examples/: the paths are relative to it. */
export function typeErrors(texts: ReadonlyMap<string, string>): string[] {
  const folder = join(PROJECT, 'examples');
  const files = new Map([...texts].map(([file, text]) => [join(folder, file), text]));
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, directoryExists } = host;
  host.readFile = file => files.get(file) ?? readFile(file);
  host.fileExists = file => files.has(file) || fileExists(file);
  host.directoryExists = name => [...files.keys()].some(file => file.startsWith(`${name}/`)) || directoryExists!(name);
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap(file => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
    .map(error => `${error.file?.fileName}: ${ts.flattenDiagnosticMessageText(error.messageText, ' ')}`);
}
