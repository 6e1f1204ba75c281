import { coloursOf } from './colours';
import { EXIT, ExitCode } from './exit-code';
import { explainFailure } from './explain-failure';
import { InputOptions, readInputsWhole } from './inputs';
import { Io } from './io';
import { ChecklistReport, formatChecklistJson, formatChecklistMarkdown, formatChecklistText } from '../report';
import { checklist as decide, verify } from '../verify';

/** The options of `checklist`. */
export interface ChecklistOptions extends InputOptions {
  readonly format: 'text' | 'json' | 'markdown';
}

/** Prints the checklist of the rule book, each item decided. */
export async function checklist(paths: readonly string[], { format, ...options }: ChecklistOptions, io: Io): Promise<ExitCode> {
  const { set, problems, options: verifyOptions, incomplete } = await readInputsWhole(paths, options, io);
  const verification = verify(set, problems, verifyOptions);
  const items = decide(verification, verification.facts);
  io.out(render(format, { items, base: process.cwd() }, io));
  for (const failure of verification.failures) io.err(explainFailure(failure, io));
  if (incomplete || verification.failures.length > 0) return EXIT.error;
  return items.some(({ status }) => status === 'failed') ? EXIT.findings : EXIT.ok;
}

function render(format: ChecklistOptions['format'], report: ChecklistReport, io: Io): string {
  switch (format) {
    case 'text': return formatChecklistText(report, { colours: coloursOf(io) });
    case 'json': return formatChecklistJson(report);
    case 'markdown': return formatChecklistMarkdown(report);
  }
}
