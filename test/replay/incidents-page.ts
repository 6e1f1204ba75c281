import { REPLAYS } from './incidents';
import { Incident } from './support';

/** The page docs/incidents.md, made of the table. */
export function incidentsPage(incidents: readonly Incident[]): string {
  const detectable = new Map(incidents.map(({ id, detectable: how }) => [id, how]));
  const count = (how: Incident['detectable']): string => {
    const those = REPLAYS.filter(({ incident }) => detectable.get(incident) === how);
    return `${those.filter(({ caught }) => caught).length} of ${those.length}`;
  };
  return `<!-- Printed by scripts/incidents.ts from test/replay; a test compares. -->
# What the verifier finds

Each incident of the platform, replayed: the manifests at fault are linted with what the cluster holds, and so are those without the fault.
Found means a finding about the cause that the other manifests do not have; the test fails if one is lost.

- **${count('yes')}** of those that the manifests alone show,
- **${count('partly')}** of those that need what is known of the cluster,
- **${count('no')}** of those that were said to need the program's code.

| incident | what happened | found by | about |
| --- | --- | --- | --- |
${REPLAYS.map(({ incident, what, caught, because }) => `| ${[
  incident,
  what,
  caught?.map(({ code }) => `[${code}](rules/${code}.md)`).join(', ') ?? '–',
  caught?.map(({ object, says }) => `${object}: ${says}`).join('<br>') ?? because,
].join(' | ')} |`).join('\n')}
`;
}
