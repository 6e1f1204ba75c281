/* Compares the compiled API with that of the last release, and fails where the version does not allow the break. */
import { judgeApi } from '../test/compat/api';
import { currentVersion, RELEASED_API } from '../test/compat/current';

const { passes, text } = judgeApi(process.argv[2] ?? RELEASED_API, currentVersion());
process.stdout.write(`API: ${text}\n`);
process.exitCode = passes ? 0 : 1;
