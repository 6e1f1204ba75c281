const { Script } = require('vm');

/** The code of each file, and what it was compiled to. */
const compiled = new Map();

/**
 * `vm.compileFunction` for the modules of test files. Jest compiles them anew for each test file, which takes a third of the time of
 * the tests; a script runs in the context of each.
 */
module.exports = function compileOnce(code, parameters, { filename, parsingContext }) {
  if (compiled.get(filename)?.code !== code) {
    compiled.set(filename, { code, script: new Script(`(function (${parameters.join(', ')}) {${code}\n})`, { filename }) });
  }
  return compiled.get(filename).script.runInContext(parsingContext);
};
