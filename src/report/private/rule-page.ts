/** The address of the page of a rule. */
export function rulePage(code: string): string {
  return `https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/rules/${code}.md`;
}
