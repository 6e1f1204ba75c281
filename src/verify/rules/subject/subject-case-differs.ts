import { rule } from '../../rule';
import { OtherSides } from '../private/other-sides';
import { statedSubjects } from '../private/stated-subjects';

export const subjectCaseDiffers = rule({
  code: 'SUB406',
  title: 'Publisher and subscriber write a subject with other capitals',
  severity: 'warning',
  reads: ['set', 'subjects'],
  why: 'Subjects are compared letter by letter: `Orders.created` and `orders.created` are two subjects, and no message passes from one to the other.',
  repair: 'Write the subject the same way on both sides, in lower case.',
  source: 'https://docs.nats.io/nats-concepts/subjects',
  check: function* ({ set, subjects, options }) {
    const stated = statedSubjects(subjects);
    if (stated.length === 0) return;
    const others = new OtherSides({ set, options });
    for (const { text, role, place, holder } of stated) {
      const other = role === 'publish' ? 'subscribe' : 'publish';
      const twin = others.has(other, text) ? undefined : others.inOtherCapitals(other, text);
      if (twin === undefined) continue;
      yield {
        at: place,
        message: `${holder} ${role === 'publish' ? 'publishes' : 'subscribes'} to ${text}, while the other side has ${twin}`,
        fix: `write ${twin} on both sides`,
      };
    }
  },
});
