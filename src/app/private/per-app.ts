import { IConstruct } from 'constructs';

/** A value that each app (construct tree) has one of, made at first use. */
export function perApp<T>(make: (root: IConstruct) => T): (scope: IConstruct) => T {
  const values = new WeakMap<IConstruct, T>();
  return scope => {
    const root = rootOf(scope);
    let value = values.get(root);
    if (value === undefined) {
      value = make(root);
      values.set(root, value);
    }
    return value;
  };
}

/** As `node.root`, which lists all scopes first; it is asked for often. */
function rootOf(scope: IConstruct): IConstruct {
  let root = scope;
  while (root.node.scope) root = root.node.scope;
  return root;
}
