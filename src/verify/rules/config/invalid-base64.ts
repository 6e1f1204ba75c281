import { textsOf } from '../../../manifest';
import { rule } from '../../rule';
import { isConfigObject } from '../private/config-object';
import { placeholderIn } from '../private/placeholders';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** What another tool replaces before the API server sees it. */
const FILLED_IN = /\$\{|\$\(|\{\{|^\$\w|^ENC\[|^ref\+|^<[^>]*>$/;

export const invalidBase64 = rule({
  code: 'CFG214',
  title: 'A value that must be base64 is none',
  severity: 'error',
  reads: ['objects'],
  why: 'The API server refuses the whole object (`illegal base64 data`). '
    + 'In the `data` of a Secret and the `binaryData` of a ConfigMap values are base64 with its padding. Values that a pipeline fills in are left out.',
  repair: 'Write plain text under `stringData` of a Secret, or under `data` of a ConfigMap; else encode it: `printf %s "$value" | base64 -w0`.',
  source: 'https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data',
  check: ({ objects, options }) => objects.filter(isConfigObject).flatMap((object) => {
    const field = object.kind === 'Secret' ? 'data' : 'binaryData';
    return Object.entries(textsOf(object.get(field)))
      .filter(([, value]) => !BASE64.test(value.replace(/[\r\n]/g, '')))
      .filter(([, value]) => !FILLED_IN.test(value.trim()) && placeholderIn(value) === undefined)
      .filter(([, value]) => !options.placeholders.some(token => token.test(value)))
      .map(([key]) => ({
        at: object.at(field, key),
        message: `${key} in ${field} of ${object.kind} ${object.name} is no base64`,
        fix: `encode it, or write it as plain text under ${object.kind === 'Secret' ? 'stringData' : 'data'}`,
      }));
  }),
});
