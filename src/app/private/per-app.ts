import { IConstruct } from 'constructs';

/** A value that each app (construct tree) has one of, made at first use. */
export function perApp<T>(make: (root: IConstruct) => T): (scope: IConstruct) => T {
  const values = new WeakMap<IConstruct, T>();
  return scope => {
    const root = scope.node.root;
    let value = values.get(root);
    if (value === undefined) {
      value = make(root);
      values.set(root, value);
    }
    return value;
  };
}
