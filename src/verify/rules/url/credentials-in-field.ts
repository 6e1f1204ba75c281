import { rule } from '../../rule';
import { addressPhrase } from '../private/address-phrases';
import { leakedCredential } from '../private/leaked-credential';

export const credentialsInField = rule({
  code: 'URL103',
  title: 'A URL in a custom resource holds a credential',
  severity: 'error',
  reads: ['urls'],
  why: 'Whoever may read the object, the repository or its history has the credential. For variables, arguments and ConfigMaps CFG212 says the same. The message never holds it.',
  repair: 'Most custom resources take a reference to a Secret beside the URL: use that, and write the URL without user info. Then make a new credential, because the old one is known.',
  source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  check: ({ urls }) => urls.flatMap((use) => {
    if (use.holder !== 'field' || leakedCredential('', use.text)?.certain !== true) return [];
    return [{
      at: use.place,
      message: `${addressPhrase(use)}, with a user or password written out`,
      fix: 'write the URL without user info, give the credential by a Secret, and replace it, because it is known now',
      hidesSource: true,
    }];
  }),
});
