import { Block, BLOCKS } from './pages';
import { commandsIn } from './shell';

/** What a machine with a cluster has. */
const PROGRAMS = ['curl', 'grep', 'head', 'jq', 'kubectl', 'petrosa-nats', 'sort', 'uniq'];

/** The scripts of pages that ask a cluster. */
export const ASKING: readonly Block[] = BLOCKS.filter(({ language, code }) =>
  language === 'sh' && commandsIn(code).some(([name, verb]) => ['kubectl', 'nats'].includes(name) || (name === 'petrosa-nats' && verb === 'doctor')));

/** Those of them that test/e2e/pages.e2e.ts runs: all that need no other program. */
export const RUN_ON_CLUSTER: readonly Block[] = ASKING.filter(({ code }) => commandsIn(code).every(([name]) => PROGRAMS.includes(name)));
