import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { RULES } from './findings';
import { checkDifferences } from './support/check-differences';
import { compareObjects } from './support/compare';
import { loadExpectedDifferences } from './support/expected-differences';
import { ObjectSet } from './support/findings/object-set';
import { allFindings, inCluster, manifestFiles, realManifests } from './support/platform';
import { synthPlatform } from './support/synth';
import { Manifest } from '../support/manifests';
import { describeWithShared, PROJECT } from '../support/shared';

const EXAMPLE = join(PROJECT, 'examples/petrosa');

describeWithShared('the rendered platform', () => {
  const real = realManifests();
  const findings = allFindings();
  const expected = loadExpectedDifferences(join(EXAMPLE, 'differences.yaml'));
  const keptIds = expected.kept.map(({ kept }) => kept);
  const original = inCluster(real, real);
  let rendered: Manifest[];
  let set: ObjectSet;
  beforeAll(() => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
    rendered = synthPlatform();
    set = inCluster(rendered, real);
  });

  test('differs from the real manifests only as the list says, and the list says nothing else', () => {
    const comparison = compareObjects(real, rendered, expected.renames);
    const names = real.map(({ kind, metadata: { name } }) => ({ kind, name }));
    expect(checkDifferences(comparison, expected, findings.map(({ id }) => id), names).join('\n\n')).toBe('');
  });

  test('takes at most a sixth of the lines of the YAML that it replaces', () => {
    const lines = (files: string[]) => files.reduce((sum, file) => sum + readFileSync(file, 'utf8').split('\n').length - 1, 0);
    const example = readdirSync(EXAMPLE).map(file => join(EXAMPLE, file));
    expect(lines(example)).toBeLessThanOrEqual(lines(manifestFiles()) / 6);
  });

  test('only findings that a rule decides are listed as kept', () => {
    expect(keptIds.filter(id => !(id in RULES))).toEqual([]);
  });

  const wrong = (id: string) => {
    const { object } = findings.find(finding => finding.id === id)!;
    return RULES[id]({ set, original, subject: object });
  };

  test.each(Object.keys(RULES).filter(id => !keptIds.includes(id)))('%s is gone', (id) => {
    expect(wrong(id)).toEqual([]);
  });

  test('a finding that is listed as kept is still there', () => {
    expect(keptIds.filter(id => id in RULES && wrong(id).length === 0)).toEqual([]);
  });
});
