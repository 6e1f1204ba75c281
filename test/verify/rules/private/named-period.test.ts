import { namedPeriod } from '../../../../src/verify/rules/private/named-period';

test.each([
  ['import-m15', 900, false], ['import-15m', 900, false], ['sync-every-5m', 300, true], ['report-hourly', 3600, true], ['hourly-report', 3600, false], ['import-h4-new', 4 * 3600, false], ['backup-30d', 30 * 86_400, false],
])('%s speaks of %i seconds', (name, seconds, certain) => {
  expect(namedPeriod(name)).toEqual(expect.objectContaining({ seconds, certain }));
});

test.each(['report', 'v2-report', 'm15-to-h1', 'import-0m', 'node18', 'abc15', 'twice-daily'])('%s speaks of no period', (name) => {
  expect(namedPeriod(name)).toBeUndefined();
});
