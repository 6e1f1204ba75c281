/** Where the documentation stands for those who have the package alone. */
const DOCS = 'https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs';

/** The address of the page of a rule. */
export function rulePage(code: string): string {
  return `${DOCS}/rules/${code}.md`;
}

/** The address of a section about `doctor`, such as that of a check. */
export function doctorSection(id: string): string {
  return `${DOCS}/doctor.md#${id}`;
}
