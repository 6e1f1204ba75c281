import { ManifestSet, Place } from '../../../manifest';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { containersOf } from '../private/containers';
import { leakedArguments } from '../private/leaked-arguments';
import { LeakedCredential, leakedCredential } from '../private/leaked-credential';
import { Setting, settingsOf } from '../private/settings';

export const plainCredential = rule({
  code: 'CFG212',
  title: 'A credential is written in plain text',
  severity: 'error',
  reads: ['workloads', 'objects', 'referencesTo', 'set'],
  why: 'Whoever may read the repository, its history, the ConfigMap or the pod has it: `kubectl describe` prints variables and arguments, '
    + 'and the right to read ConfigMaps is given freely. A credential that was committed is to be replaced, not only moved. '
    + 'The message never holds it. A file inside a ConfigMap that seems to assign one is a warning, since formats differ.',
  repair: 'Put the credential into a Secret and take it by `secretKeyRef`; an address or an argument gets it by `$(NAME)` from a variable that stands before it. '
    + 'A file with a credential is kept in a Secret as a whole, or takes it from the environment. Then make a new one, because the old one is known.',
  source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  check: function* (facts) {
    for (const setting of settingsOf(facts)) {
      const { name, value, place, holder, secret } = setting;
      const leaked = secret || namesSecret(value, facts.set, place.object.namespace) ? undefined : leakedCredential(name, value);
      if (leaked) yield observe(`${name} of ${holder}`, leaked, place, isFile(setting) ? FILE : VARIABLE);
    }
    for (const { name, words } of containersOf(facts.workloads)) {
      for (const { leaked, word } of leakedArguments(words)) yield observe(`an argument of container ${name}`, leaked, word.place, ARGUMENT);
    }
  },
});

const VARIABLE = 'take it from a Secret by secretKeyRef';
const ARGUMENT = 'write $(NAME) in its place, and take the variable NAME from a Secret by secretKeyRef';
const FILE = 'keep the file in a Secret, or write a variable such as $NATS_PASSWORD and give it by the environment';

function observe(holder: string, { what, certain, offset, length }: LeakedCredential, place: Place, repair: string): Observation {
  return {
    at: offset === undefined ? place : { ...place, offset, length },
    severity: certain ? 'error' : 'warning',
    message: `${holder} ${what}`,
    fix: `${repair}, and replace the credential, which is known now`,
    hidesSource: true,
  };
}

function isFile({ value, place, isVariable }: Setting): boolean {
  return place.object.kind === 'ConfigMap' && (!isVariable || value.trim().includes('\n'));
}

function namesSecret(value: string, set: ManifestSet, namespace: string): boolean {
  return set.definitions('Secret', namespace, value.trim()).length > 0;
}
