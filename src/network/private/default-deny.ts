import { IConstruct } from 'constructs';
import { objectId } from '../../app/private/names';
import { perApp } from '../../app/private/per-app';

/** The direction of a flow, seen from the pods that a policy selects. */
export type Direction = 'ingress' | 'egress';

interface Declarations {
  readonly made: Set<string>;
  readonly waiting: Map<string, (() => void)[]>;
}

const declarations = perApp((): Declarations => ({ made: new Set(), waiting: new Map() }));

/** Declares that the pods of a namespace are closed in a direction unless another policy opens them. */
export function declareDefaultDeny(scope: IConstruct, namespace: string | undefined, direction: Direction): void {
  const { made, waiting } = declarations(scope);
  const key = objectId(scope, namespace, direction);
  made.add(key);
  const callbacks = waiting.get(key) ?? [];
  waiting.delete(key);
  callbacks.forEach(callback => callback());
}

/** Whether a namespace has been declared default-deny by now. */
export function isDefaultDeny(scope: IConstruct, namespace: string | undefined, direction: Direction): boolean {
  return declarations(scope).made.has(objectId(scope, namespace, direction));
}

/** Calls back once: now if the namespace is declared default-deny, else as soon as it is. */
export function onDefaultDeny(scope: IConstruct, namespace: string | undefined, direction: Direction, callback: () => void): void {
  if (isDefaultDeny(scope, namespace, direction)) {
    callback();
    return;
  }
  const { waiting } = declarations(scope);
  const key = objectId(scope, namespace, direction);
  waiting.set(key, [...waiting.get(key) ?? [], callback]);
}
