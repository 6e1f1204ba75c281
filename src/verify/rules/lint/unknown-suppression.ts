import { rule } from '../../rule';
import { nearName } from '../private/near-name';

/** LINT903 */
export const unknownSuppression = rule({
  code: 'LINT903',
  title: 'A suppression names a rule that does not exist',
  severity: 'warning',
  reads: ['suppressions', 'codes'],
  why: 'A code that is mistyped leaves nothing out, and the finding that it was written for stays.',
  repair: 'Write the code as the finding shows it, such as `URL101`; `petrosa-nats rules` prints all codes.',
  source: 'https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/lint.md',
  *check({ suppressions, codes }) {
    const known = new Set(codes);
    for (const { code, at } of suppressions) {
      if (known.has(code)) continue;
      yield { at, message: `no rule has the code ${code || '(empty)'}`, fix: `correct the code${nearName(code, codes)}` };
    }
  },
});
