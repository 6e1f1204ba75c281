import { ADDRESSES } from './addresses';
import { CONFIGS } from './configs';
import { Impossible } from './entry';
import { ENVIRONMENT } from './environment';
import { IDENTITIES } from './identities';
import { IMAGES_AND_SCHEMA } from './images-and-schema';
import { POLICIES } from './policies';
import { SUBJECTS } from './subjects';

/** What cannot be written with the library, by the number of the incident. */
export const IMPOSSIBLE: Impossible[] = [
  ...ADDRESSES, ...SUBJECTS, ...ENVIRONMENT, ...CONFIGS, ...POLICIES, ...IDENTITIES, ...IMAGES_AND_SCHEMA,
].sort((a, b) => parseInt(a.incident, 10) - parseInt(b.incident, 10));
