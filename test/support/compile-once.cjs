const { compileFunction, Script } = require('vm');

/** What code was compiled to, by its file, its parameters and itself. */
const compiled = new Map();

/**
 * `vm.compileFunction` for the modules of test files. Jest compiles them anew for each test file, which takes a third of the time of
 * small ones; a script is compiled once and runs in the context of each. Code that imports dynamically belongs to one test file.
 */
module.exports = function compileOnce(code, parameters, options) {
  const { filename, parsingContext } = options;
  if (/\bimport\s*\(/.test(code)) return compileFunction(code, parameters, options);
  const head = `(function (${parameters.join(', ')}) {`;
  const known = compiled.get(filename);
  const script = known?.code === code && known.head === head ? known.script : new Script(`${head}${code}\n})`, { filename });
  compiled.set(filename, { code, head, script });
  return script.runInContext(parsingContext);
};
