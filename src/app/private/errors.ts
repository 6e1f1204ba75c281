import { IConstruct } from 'constructs';

/** An error with the path of the construct, what is wrong, and what to write instead. */
export function constructError(scope: IConstruct, wrong: string, instead: string): Error {
  return new Error(`${scope.node.path || 'App'}: ${wrong}; ${instead}`);
}
