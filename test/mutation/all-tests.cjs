/** The tests of the room MUTATED_ROOM as one file for Jest, so that a mutant loads each library once, and only what the tests asked for need. */
const { readdirSync, readFileSync } = require('fs');
const { resolve } = require('path');

const ROOM = resolve(__dirname, '..', process.env.MUTATED_ROOM);
const hasProperties = file => readFileSync(resolve(ROOM, file), 'utf8').includes('fc.assert(');
const tests = readdirSync(ROOM, { recursive: true }).filter(file => file.endsWith('.test.ts')).sort();
// Properties take long, and most mutants fail before.
const files = [...tests.filter(file => !hasProperties(file)), ...tests.filter(hasProperties)];
const asked = globalThis.testNamePattern?.replace(/\\/g, '');

function load(file) {
  require('../support/same-cases.cjs');
  const { configureGlobal, readConfigureGlobal } = require('fast-check');
  // A mutant need not meet the smallest case.
  configureGlobal({ ...readConfigureGlobal(), endOnFailure: true });
  require(resolve(ROOM, file));
}

/** Loads a file so that what runs meanwhile, such as a constant beside the tests, counts as covered by each of its tests, whose names begin with that of the file. */
function cover(file) {
  const stryker = globalThis.__stryker__;
  test('', () => {});
  if (stryker) stryker.currentTestId = `${file} `;
  jest.isolateModules(() => load(file));
  if (stryker) stryker.currentTestId = undefined;
}

describe.each(files)('%s', file => {
  if (!asked) cover(file);
  else if (asked.includes(file)) load(file);
  else test.skip('not asked for', () => {});
});
