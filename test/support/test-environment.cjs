const vm = require('vm');
const { TestEnvironment } = require('jest-environment-node');

vm.compileFunction = require('./compile-once.cjs');

/** The environment of the tests: that of Jest, in which a module is compiled once for all test files. */
module.exports = TestEnvironment;
