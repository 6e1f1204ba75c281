import { rule } from '../../rule';
import { isConfigObject } from '../private/config-object';

const KEY = /^(?!\.\.?$|\.\.)[-._a-zA-Z0-9]{1,253}$/;

export const invalidConfigKey = rule({
  code: 'CFG213',
  title: 'A key of a ConfigMap or Secret is not valid',
  severity: 'error',
  reads: ['objects'],
  why: 'The API server refuses the whole object: a key is 1 to 253 letters, digits, `-`, `_` and `.`, and does not begin with two dots, because it becomes a file name.',
  repair: 'Write the path or the odd name where the key is used: as `path` in the `items` of a volume, or as the `name` of a variable.',
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object',
  check: ({ objects }) => objects.filter(isConfigObject).flatMap(object => ['data', 'binaryData', 'stringData'].flatMap(field =>
    Object.keys(object.object(field) ?? {}).filter(key => !KEY.test(key)).map(key => ({
      at: { ...object.at(field, key), part: 'key' as const },
      message: `${JSON.stringify(key)} is no valid key of ${object.kind} ${object.name}`,
      fix: 'use letters, digits, -, _ and . only',
    })))),
});
