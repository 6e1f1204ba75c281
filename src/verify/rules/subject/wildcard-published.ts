import { isWildcard } from '../../../subject/private/tokens';
import { rule } from '../../rule';
import { statedSubjects } from '../private/stated-subjects';

export const wildcardPublished = rule({
  code: 'SUB401',
  title: 'A wildcard stands in a subject that a program publishes to',
  severity: 'error',
  reads: ['subjects'],
  why: 'Only subscribers may use `*` and `>`. NATS takes them literally in a published subject, or refuses the message in pedantic mode: who subscribes to the '
    + 'subject that was meant gets nothing. The role comes from the name of the variable.',
  repair: 'Write the literal subject. If the program replaces the wildcard before it publishes, suppress the finding with that reason.',
  source: 'https://docs.nats.io/nats-concepts/subjects#wildcards',
  check: function* ({ subjects }) {
    for (const { text, role, place, holder } of statedSubjects(subjects)) {
      const tokens = text.split('.');
      const wildcard = tokens.find(isWildcard);
      if (role !== 'publish' || wildcard === undefined) continue;
      yield {
        at: place,
        message: `${holder} is a subject to publish to, and ${text} holds the wildcard ${wildcard}, which only subscribers may use`,
        fix: 'write a literal subject, without * and >',
      };
    }
  },
});
