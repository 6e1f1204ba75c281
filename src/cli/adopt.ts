import { basename, resolve } from 'path';
import { coloursOf } from './colours';
import { EXIT, ExitCode } from './exit-code';
import { explainFailure } from './explain-failure';
import { InputOptions, readInputsWhole } from './inputs';
import { Io } from './io';
import { checkNewFolder, writeNewFolder } from './new-folder';
import { toolchain } from './toolchain';
import { packageJson } from './version';
import { inputFaults, isProven, projectFiles, prove } from '../adopt';
import { adoptSet } from '../adopt/map';
import { ManifestSet, readText } from '../manifest';
import { formatAdoption, formatInputFault } from '../report';
import { verify } from '../verify';

/** The options of `adopt`. */
export interface AdoptOptions extends InputOptions {
  readonly out: string;
}

/** Writes a cdk8s app for existing manifests, and prints how what it renders differs from them. */
export async function adopt(paths: readonly string[], { out, ...options }: AdoptOptions, io: Io): Promise<ExitCode> {
  checkNewFolder(out, paths);
  const tools = toolchain(out);
  const inputs = await readInputsWhole(paths, options, io);
  if (inputs.incomplete) {
    io.err('petrosa-nats: nothing is written, since not all of the input could be read\n');
    return EXIT.error;
  }
  const faults = inputFaults(inputs.set.objects);
  for (const fault of faults) io.err(`${formatInputFault(fault)}\n`);
  if (faults.length > 0) {
    io.err('petrosa-nats: nothing is written, since not all of the input can be adopted\n');
    return EXIT.error;
  }
  const input = verify(inputs.set, inputs.problems, inputs.options);
  const proof = prove({
    input,
    write: adoptSet,
    setOf: yaml => new ManifestSet({ ...inputs.parts, files: readText('rendered.yaml', yaml).documents }),
    toolchain: tools,
  });
  const files = new Map([...proof.files, ...projectFiles(basename(resolve(out)), packageJson())]);
  writeNewFolder(out, files);
  io.out(formatAdoption({ folder: out, files: [...files.keys()], proof }, { colours: coloursOf(io) }));
  for (const warning of proof.synthesis.warnings) io.err(`${warning}\n`);
  for (const failure of input.failures) io.err(explainFailure(failure, io));
  if (input.failures.length > 0) return EXIT.error;
  return isProven(proof) ? EXIT.ok : EXIT.findings;
}
