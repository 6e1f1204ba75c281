import { nearest } from '../../../address/private/nearest';
import { rule } from '../../rule';
import { isOfServer } from '../private/of-server';
import { OtherSides } from '../private/other-sides';
import { statedSubjects } from '../private/stated-subjects';
import { subjectFault } from '../private/subject-fault';

export const subscribedWithoutPublisher = rule({
  code: 'SUB404',
  title: 'Nobody publishes to a subject that a program subscribes to',
  severity: 'advice',
  reads: ['set', 'subjects'],
  why: 'A subscription to a subject that nobody publishes to is no error for NATS: the program is connected, healthy, and receives nothing. '
    + 'Looked at only where the state of the cluster is known, since the publisher may live elsewhere. Where a published subject is near, it is a warning.',
  repair: 'Write the subject that the publisher has. If the publisher has it in its code, suppress the finding with the reason.',
  source: '§10',
  check: function* ({ set, subjects, options }) {
    const stated = statedSubjects(subjects);
    if (stated.length === 0 || (!set.hasState && !set.closedWorld)) return;
    const others = new OtherSides({ set, options });
    const published = others.of('publish');
    for (const { text, role, place, holder } of stated) {
      if (role !== 'subscribe' || isOfServer(text) || subjectFault(text) || published.length === 0 || others.has('publish', text)) continue;
      if (others.inOtherCapitals('publish', text) !== undefined) continue;
      const hint = nearest(text, published);
      const isNear = hint.startsWith('did you mean');
      yield {
        at: place,
        message: `${holder} subscribes to ${text}, and nobody in the manifests or the cluster publishes to it`,
        fix: isNear ? `write the subject of the publisher: ${hint}` : 'write the subject of the publisher',
        severity: isNear ? 'warning' : 'advice',
      };
    }
  },
});
