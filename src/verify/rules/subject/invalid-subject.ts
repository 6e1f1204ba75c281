import { shown } from '../../../address/private/shown';
import { rule } from '../../rule';
import { statedSubjects } from '../private/stated-subjects';
import { subjectFault } from '../private/subject-fault';

export const invalidSubject = rule({
  code: 'SUB402',
  title: 'A text is no valid NATS subject',
  severity: 'error',
  reads: ['subjects'],
  why: 'The server refuses subjects with white space, with empty tokens and with `>` before the end: the message or the subscription is lost. '
    + 'A wildcard inside a token, such as `orders.eu*`, is taken literally; that is a warning.',
  repair: 'Write tokens of letters, digits, `-` and `_`, separated by single dots.',
  source: 'https://docs.nats.io/nats-concepts/subjects',
  check: function* ({ subjects }) {
    for (const { text, place, holder } of statedSubjects(subjects)) {
      const fault = subjectFault(text);
      if (!fault) continue;
      yield { at: place, message: `${holder} is no valid subject: ${shown(text)} ${fault.what}`, fix: fault.fix, severity: fault.refused ? 'error' : 'warning' };
    }
  },
});
