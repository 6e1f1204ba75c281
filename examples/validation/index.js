// The examples are checked by the library's source, which is not compiled; an app names ./node_modules/cdk8s-petrosa instead.
require('tsx/cjs');
module.exports = require('../../src/validation');
