/** What comes of a comparison with the last release. */
export interface Judgement {
  readonly passes: boolean;
  readonly text: string;
}

/**
 * Judges what a version breaks of a released one: only the next major version may, or below 1.0.0 the next minor one.
 * @throws if one of them is no release, such as 0.2.0-rc.1: what that promises, nobody may rely on
 */
export function judge(released: string, version: string, breaks: readonly string[]): Judgement {
  if (isBefore(version, released)) return { passes: false, text: `version ${version} comes before ${released}, which is released; set VERSION in .projenrc.ts to a later one` };
  if (breaks.length === 0) return { passes: true, text: `what version ${released} promised still holds` };
  const passes = !isBefore(version, breakingVersion(released));
  const verdict = passes ? `version ${version} may break what version ${released} promised`
    : `this breaks what version ${released} promised: take it back, or set VERSION in .projenrc.ts to ${breakingVersion(released)}`
      + ' and say in CHANGELOG.md what users have to do; see "Compatibility" in CONTRIBUTING.md';
  return { passes, text: [...breaks, verdict].join('\n') };
}

function breakingVersion(released: string): string {
  const [major, minor] = parts(released);
  return major > 0 ? `${major + 1}.0.0` : `0.${minor + 1}.0`;
}

function isBefore(version: string, other: string): boolean {
  const [own, others] = [parts(version), parts(other)];
  const differing = own.findIndex((part, i) => part !== others[i]);
  return differing >= 0 && own[differing] < others[differing];
}

function parts(version: string): number[] {
  const numbers = /^(\d+)\.(\d+)\.(\d+)$/.exec(version);
  if (!numbers) throw new Error(`${version} is no version of a release; write one such as 0.1.0`);
  return numbers.slice(1).map(Number);
}
