import { credentialIn, isCredentialName } from '../../../address/private/credentials';
import { formatPath, ManifestObject, textOf } from '../../../manifest';
import { rule } from '../../rule';
import { schemaFaults } from '../../schema/schema-faults';
import { ChangedText, changedText } from '../private/changed-text';

export const changedTextValue = rule({
  code: 'FILE008',
  title: 'YAML reads a value as something else than is written, where a text has to stand',
  severity: 'error',
  reads: ['objects'],
  why: 'To kubectl a value without quotes is YAML 1.1: `yes`, `on` and `y` are `true`, `010` is 8, `1_000` is 1000 and `1e3` too. Where Kubernetes wants a text (the data of '
    + 'ConfigMaps and Secrets, labels, annotations, the values of variables, command and args) the API server refuses the whole object.',
  repair: 'Put the value in quotes.',
  source: 'https://yaml.org/type/bool.html',
  *check({ objects }) {
    for (const object of objects) {
      for (const fault of schemaFaults(object)) {
        const changed = changedText(object, fault);
        if (!changed) continue;
        const at = object.at(...fault.path);
        yield { at, message: messageOf(object, changed), fix: 'put it in quotes', correct: () => ({ edits: [{ kind: 'replace', at, value: changed.written }] }) };
      }
    }
  },
});

function messageOf(object: ManifestObject, { path, written, read }: ChangedText): string {
  const field = formatPath(path);
  const name = textOf(object.get(...path.slice(0, -1), 'name')) ?? `${path.at(-1)}`;
  if (object.kind === 'Secret' || isCredentialName(name) || credentialIn(name, written)) return `YAML reads ${field} as a ${typeof read}, and Kubernetes wants a text`;
  return `YAML reads ${written} in ${field} as ${read}, and Kubernetes wants a text`;
}
