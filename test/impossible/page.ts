import { POSSIBLE } from './possible';
import { IMPOSSIBLE } from './table';

const PREVENTED = new Set(IMPOSSIBLE.map(({ incident }) => incident));
const REMAINING = new Set(POSSIBLE.flatMap(({ incidents }) => incidents));

/** The incidents that the page is about. */
export const INCIDENTS = new Set([...PREVENTED, ...REMAINING]);

const waysAround = [...REMAINING].filter(incident => PREVENTED.has(incident)).length;

/** The page docs/impossible.md, made of the table. */
export function impossiblePage(): string {
  return `<!-- Printed by scripts/impossible.ts from test/impossible; a test compares. -->
# What cannot be written

In ${INCIDENTS.size} incidents of the platform the manifests alone show the fault, or do so with what is known of the cluster.
**${PREVENTED.size} of ${INCIDENTS.size}** cannot be written as they were; for ${waysAround} of those a way around remains.
Each line is a test that writes what led to the incident.

- *throws*: the attempt is refused, with what to write instead.
- *warns*: it is rendered, and a warning names the fault; under \`Warnings.strict\` the synth fails.
- *derived*: there is nothing to write wrong, since the right thing follows from something else.

${table(['incident', 'what happened', 'made impossible by', 'how', 'because'], IMPOSSIBLE.map(each => [each.incident, each.what, each.by, each.how, each.because]))}

## What can still be written

${table(['incidents', 'what happens', 'possible', 'because'], POSSIBLE.map(each => [
  each.incidents.join(', '), each.what, each.incidents.every(incident => PREVENTED.has(incident)) ? 'by a way around' : 'as it was', each.because,
]))}
`;
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
