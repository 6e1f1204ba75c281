// eslint-disable-next-line @typescript-eslint/no-require-imports
const FailOnObsoleteSnapshots = require('./fail-on-obsolete-snapshots.cjs');

/** The error of a run with so many obsolete snapshots. */
function errorOf(unchecked: number, filesRemoved = 0): Error | undefined {
  const reporter = new FailOnObsoleteSnapshots();
  reporter.onRunComplete(new Set(), { snapshot: { unchecked, filesRemoved } });
  return reporter.getLastError();
}

test('a run without obsolete snapshots passes', () => {
  expect(errorOf(0)).toBeUndefined();
});

test('a run with an obsolete snapshot fails', () => {
  expect(errorOf(1)?.message).toContain('1 snapshots and 0 snapshot files are obsolete');
});

test('a run with an obsolete snapshot file fails', () => {
  expect(errorOf(0, 1)?.message).toContain('0 snapshots and 1 snapshot files are obsolete');
});
