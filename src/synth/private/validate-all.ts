import { IConstruct } from 'constructs';

/** @throws with all errors of all constructs, as cdk8s words them */
export function validateAll(tree: readonly IConstruct[]): void {
  const errors: string[] = [];
  for (const { node } of tree) for (const error of node.validate()) errors.push(`[${node.path}] ${error}`);
  if (errors.length > 0) throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
}
