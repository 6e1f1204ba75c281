import { formatPath, Json } from '../../../manifest';
import { rule } from '../../rule';
import { schemaFaults } from '../../schema/schema-faults';
import { changedText } from '../private/changed-text';
import { isConfigObject } from '../private/config-object';

export const wrongType = rule({
  code: 'OBJ503',
  title: 'A field has a value of a type that the API server refuses',
  severity: 'error',
  reads: ['objects'],
  why: 'YAML gives values a type by how they look: `8080`, `true`, `yes` and `on` are no texts. The API server does not convert them, so it refuses the whole object: '
    + 'a ConfigMap with a number among its data, a variable with `value: true`, a port in quotes.',
  repair: 'Quote what is meant as a text, and write numbers, true and false without quotes.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/',
  *check({ objects }) {
    for (const object of objects) {
      for (const fault of schemaFaults(object)) {
        if (fault.fault !== 'type' || changedText(object, fault)) continue;
        const { path, expected, found } = fault;
        if (isConfigObject(object) && expected.endsWith('base64') && found === 'a text') continue;
        const meant = valueMeant(object.get(...path), expected);
        yield {
          at: object.at(...path),
          message: expected.startsWith('a quantity') || expected.endsWith('base64') && found === 'a text'
            ? `${formatPath(path)} is not ${expected}`
            : `${formatPath(path)} is ${found}, and must be ${expected}`,
          fix: repairOf(expected, found),
          ...meant !== undefined && { correct: () => ({ edits: [{ kind: 'replace', at: object.at(...path), value: meant }] }) },
        };
      }
    }
  },
});

/** The value in the type that is expected, where it is the same but for its quotes. */
function valueMeant(value: Json | undefined, expected: string): Json | undefined {
  if (expected === 'a text' && (typeof value === 'number' || typeof value === 'boolean')) return `${value}`;
  if (expected === 'a whole number' && typeof value === 'string' && /^(0|[1-9]\d{0,8})$/.test(value)) return Number(value);
  if (expected === 'true or false' && (value === 'true' || value === 'false')) return value === 'true';
  return undefined;
}

function repairOf(expected: string, found: string): string {
  if (expected === 'a text' && /number|boolean/.test(found)) return 'put it in quotes';
  if (expected.endsWith('base64')) return 'encode it, or move it to stringData';
  if (/number|true/.test(expected) && found === 'a text') return `write ${expected}, without quotes`;
  return `write ${expected}`;
}
