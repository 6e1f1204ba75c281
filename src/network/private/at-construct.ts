import { IConstruct } from 'constructs';

/** Makes or checks values, and adds the path of the construct to their error. `of` says which values. */
export function atConstruct<T>(scope: IConstruct, of: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new Error(`${scope.node.path}: ${of}: ${(error as Error).message}`);
  }
}
