const TestEnvironment = require('../support/test-environment.cjs');

/** The environment of the tests. It tells all-tests.cjs what is asked for, and after the first failure, which is enough for a mutant, runs no other test. */
module.exports = class MutationEnvironment extends TestEnvironment {
  handleTestEvent({ name, test, testNamePattern }) {
    if (name === 'setup') this.global.testNamePattern = testNamePattern;
    if (name === 'test_done' && test.errors.length > 0) this.failed = true;
    if (name === 'test_start' && this.failed) test.mode = 'skip';
  }
};
