/** A `describe` that needs what a machine may lack: skipped with its reason where that is missing, failing there under `variable`=1. */
export function describeUnlessMissing(title: string, reason: string | undefined, variable: string, tests: () => void): void {
  if (reason === undefined) {
    describe(title, tests);
    return;
  }
  const isRequired = process.env[variable] === '1';
  if (!isRequired) process.stderr.write(`skipped: ${title}, because ${reason}\n`);
  (isRequired ? describe : describe.skip)(title, () => {
    test('has what it needs', () => { throw new Error(`${reason}, and ${variable}=1 forbids to skip`); });
  });
}
