import { IConstruct } from 'constructs';

/** Gives the errors of a value, which knows no construct, the path of the construct that makes it. */
export function withPath<T>(scope: IConstruct, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new Error(`${scope.node.path}: ${(error as Error).message}`, { cause: error });
  }
}
