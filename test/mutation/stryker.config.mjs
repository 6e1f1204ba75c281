/** Mutates one room of src, that of MUTATED_ROOM; all-tests.cjs runs the tests of that room alone. */
const room = process.env.MUTATED_ROOM;

export default {
  mutate: [`src/${room}/**/*.ts`],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: { configFile: 'test/mutation/jest.config.json', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  ignorePatterns: ['/bench', '/coverage', '/dist', '/docs', '/lib', '/reports'],
  concurrency: 2,
  // On a busy machine a slow run is none that hangs.
  timeoutMS: 20_000,
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  htmlReporter: { fileName: `reports/mutation/${room}.html` },
  jsonReporter: { fileName: `reports/mutation/${room}.json` },
  // The score of all rooms together counts: scripts/mutation-table.ts.
  thresholds: { high: 95, low: 85, break: null },
};
