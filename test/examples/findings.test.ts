import { RULES } from './findings';
import { allFindings, inCluster, realManifests } from './support/platform';
import { describeWithShared } from '../support/shared';

describeWithShared('the rules of the findings', () => {
  const findings = allFindings();
  const real = inCluster(realManifests(), realManifests());

  test('every fault that manifests can show has a rule', () => {
    const faults = findings.filter(finding => finding.severity === 'fault' && finding.detectable_statically !== 'no');
    expect(faults.map(({ id }) => id).filter(id => !(id in RULES))).toEqual([]);
  });

  test('every rule belongs to a finding', () => {
    expect(Object.keys(RULES).filter(id => !findings.some(finding => finding.id === id))).toEqual([]);
  });

  test.each(findings.filter(({ id }) => id in RULES))('$id ($rule) is found in the real manifests', ({ id, object }) => {
    expect(RULES[id]({ set: real, original: real, subject: object })).not.toEqual([]);
  });
});
