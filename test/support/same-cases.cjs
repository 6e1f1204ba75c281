const { configureGlobal } = require('fast-check');

// A property test fails for what was changed, not for a case that nobody had met before. The variable RANDOM_CASES looks for those.
if (process.env.RANDOM_CASES === undefined) configureGlobal({ seed: 20240501 });
