import { nearest } from '../../../address/private/nearest';
import { isWildcard } from '../../../subject/private/tokens';
import { rule } from '../../rule';
import { isOfServer } from '../private/of-server';
import { OtherSides } from '../private/other-sides';
import { statedSubjects } from '../private/stated-subjects';
import { subjectFault } from '../private/subject-fault';

export const publishedWithoutSubscriber = rule({
  code: 'SUB405',
  title: 'Nobody subscribes to a subject that a program publishes to',
  severity: 'advice',
  reads: ['set', 'subjects'],
  why: 'NATS drops a message that nobody subscribes to, without an error on either side. Looked at only where the state of the cluster is known, '
    + 'since the subscriber may live elsewhere or have the subject in its code.',
  repair: 'Write the subject that the subscriber has. If the subscriber has it in its code, suppress the finding with the reason.',
  source: '§10',
  check: function* ({ set, subjects, options }) {
    const stated = statedSubjects(subjects);
    if (stated.length === 0 || (!set.hasState && !set.closedWorld)) return;
    const others = new OtherSides({ set, options });
    for (const { text, role, place, holder } of stated) {
      const isLiteral = !text.split('.').some(isWildcard);
      if (role !== 'publish' || !isLiteral || isOfServer(text) || subjectFault(text) || others.has('subscribe', text)) continue;
      if (others.inOtherCapitals('subscribe', text) !== undefined) continue;
      const hint = nearest(text, others.of('subscribe'));
      yield {
        at: place,
        message: `${holder} publishes to ${text}, and nobody in the manifests or the cluster subscribes to it`,
        fix: `write the subject of the subscriber${hint.startsWith('did you mean') ? `: ${hint}` : ''}`,
      };
    }
  },
});
