import { coloursOf } from './colours';
import { EXIT, ExitCode } from './exit-code';
import { explainFailure } from './explain-failure';
import { InputOptions, readInputs } from './inputs';
import { Io } from './io';
import { parseOutputs, writeOutput } from './outputs';
import { version } from './version';
import { formatGithub, formatJson, formatMarkdown, formatSarif, formatText, LintReport } from '../report';
import { isAtLeast, RULES, Severity, verify } from '../verify';

/** The options of `lint`. */
export interface LintOptions extends InputOptions {
  readonly format?: readonly string[];
  readonly failOn: Severity;
}

const FORMATS = ['text', 'json', 'sarif', 'markdown', 'github'] as const;

/** Prints what is wrong with manifests. */
export async function lint(paths: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['text'], FORMATS);
  const inputs = await readInputs(paths, options, io);
  const verification = verify(inputs.set, inputs.problems, inputs.options);
  const report: LintReport = {
    ...verification,
    ...inputs,
    objects: inputs.set.objects.length,
    rules: RULES,
    version: version(),
    base: process.cwd(),
  };
  for (const { format, file } of outputs) writeOutput(render(format, report, file === undefined ? coloursOf(io) : 'plain'), file, io);
  for (const failure of verification.failures) io.err(explainFailure(failure, io));
  if (inputs.incomplete || verification.failures.length > 0) return EXIT.error;
  return verification.findings.some(({ severity }) => isAtLeast(severity, options.failOn)) ? EXIT.findings : EXIT.ok;
}

function render(format: typeof FORMATS[number], report: LintReport, colours: 'ansi' | 'plain'): string {
  switch (format) {
    case 'text': return formatText(report, { colours });
    case 'json': return formatJson(report);
    case 'sarif': return formatSarif(report);
    case 'markdown': return formatMarkdown(report);
    case 'github': return formatGithub(report);
  }
}
