import { INCIDENTS_FROM_63 } from './incidents-from-63';
import { INCIDENTS_TO_62 } from './incidents-to-62';

/** What the verifier says of each incident, in the order of their numbers. */
export const REPLAYS = [...INCIDENTS_TO_62, ...INCIDENTS_FROM_63];
