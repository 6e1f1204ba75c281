import { rule } from '../../rule';
import { isConfigObject } from '../private/config-object';

export const keyGivenTwice = rule({
  code: 'CFG216',
  title: 'A key stands in two fields of a ConfigMap or Secret',
  severity: 'error',
  reads: ['objects'],
  why: 'The API server refuses a ConfigMap with a key in both `data` and `binaryData`. In a Secret `stringData` silently wins over `data` (a warning).',
  repair: 'Keep the one that is meant.',
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object',
  check: ({ objects }) => objects.filter(isConfigObject).flatMap((object) => {
    const other = object.kind === 'Secret' ? 'stringData' : 'binaryData';
    const keys = new Set(Object.keys(object.object('data') ?? {}));
    return Object.keys(object.object(other) ?? {}).filter(key => keys.has(key)).map(key => ({
      at: { ...object.at(other, key), part: 'key' as const },
      severity: object.kind === 'Secret' ? 'warning' as const : 'error' as const,
      message: `${key} stands in both data and ${other} of ${object.kind} ${object.name}`,
      fix: `delete ${key} from one of the two`,
      related: [{ at: { ...object.at('data', key), part: 'key' as const }, message: 'the other one' }],
    }));
  }),
});
