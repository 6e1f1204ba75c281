import { Expression, ArrayItem, call, literal, name, object, Statement } from '../code';

/** A key of a ConfigMap or Secret that all wired containers have as the same variable. */
export interface KeyReference {
  readonly variable: string;
  readonly key: string;
  readonly comments: readonly string[];
}

/** The calls that wire keys: `bot.useConfig(config, { keys, rename })`. A key that is read under two names takes two. */
export function useCalls(target: string, method: 'useConfig' | 'useSecret', source: Expression, references: readonly KeyReference[]): Statement[] {
  return rounds(references).map((round): Statement => {
    const keys = round.map(({ key, comments }): ArrayItem => ({ value: literal(key), ...comments.length > 0 ? { comments } : {} }));
    const renamed = round.filter(({ variable, key }) => variable !== key).map(({ variable, key }) => [key, literal(variable)]);
    const rename = renamed.length > 0 ? object(Object.fromEntries(renamed)) : undefined;
    return { kind: 'expression', value: call(name(target), method, source, object({ keys: { kind: 'array', items: keys }, rename })) };
  });
}

function rounds(references: readonly KeyReference[]): KeyReference[][] {
  const done: KeyReference[][] = [];
  for (const reference of references) {
    const round = done.find(others => others.every(({ key }) => key !== reference.key));
    if (round) round.push(reference);
    else done.push([reference]);
  }
  return done;
}
