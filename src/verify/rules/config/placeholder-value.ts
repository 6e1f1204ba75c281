import { isCredentialName } from '../../../address/private/credentials';
import { shown } from '../../../address/private/shown';
import { rule } from '../../rule';
import { placeholderIn } from '../private/placeholders';
import { settingsOf } from '../private/settings';

export const placeholderValue = rule({
  code: 'CFG211',
  title: 'A value is a placeholder that nobody replaced',
  severity: 'warning',
  reads: ['workloads', 'objects', 'referencesTo'],
  why: 'Kubernetes takes any text: the program gets `<your-url>` or `CHANGE_ME` and fails when it uses it. In a Secret, an apply overwrites the real value. '
    + '`${{ … }}` is replaced in the files of a pipeline only, not in the manifests that it applies. '
    + 'Tokens that a pipeline is known to fill in (`placeholders` of the config file) are fine.',
  repair: 'Write the value. What a pipeline fills in gets one of the tokens that the config file names; a credential comes from a Secret that is not in the files.',
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
  check: (facts) => settingsOf(facts).flatMap(({ name, value, place, holder, secret }) => {
    const found = placeholderIn(value);
    if (found === undefined || (!found.startsWith('${{') && facts.options.placeholders.some(token => token.test(found)))) return [];
    return [{
      at: place,
      message: `${name} of ${holder} is a placeholder${secret ? '' : `: ${shown(found)}`}`,
      fix: `${repairOf(name, secret)}, or name the token under placeholders if a pipeline fills it in`,
    }];
  }),
});

function repairOf(name: string, secret: boolean): string {
  if (secret) return 'leave the Secret out of the files, and create it where the value is kept';
  return isCredentialName(name) ? `take ${name} from a Secret by secretKeyRef` : `write the value of ${name}`;
}
