import { IConstruct } from 'constructs';

/** @throws with all errors of all constructs, as cdk8s words them */
export function validateAll(tree: readonly IConstruct[]): void {
  const errors = tree.flatMap(({ node }) => node.validate().map(error => `[${node.path}] ${error}`));
  if (errors.length > 0) throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
}
