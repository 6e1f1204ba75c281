import { append } from '../../../manifest';
import { Requirement, Selector } from '../../../reachability/selector';

/** Something with labels in a namespace. */
interface Labelled {
  readonly namespace: string;
}

/** A label that so many carry tells none of them apart. */
const COMMON = 100;

/** Things of a namespace by each of their labels, so that nobody has to look at all of them. */
export class LabelIndex<T extends Labelled> {
  private readonly byLabel = new Map<string, T[]>();

  constructor(things: readonly T[], labelsOf: (thing: T) => Readonly<Record<string, string>>) {
    for (const thing of things) {
      for (const [key, value] of Object.entries(labelsOf(thing))) {
        append(this.byLabel, keyOf(thing.namespace, key, value), thing);
      }
    }
  }

  /** Whether a thing meets one of the demands of a selector. */
  anyMeets(namespace: string, { requirements }: Selector): boolean {
    return requirements.some(requirement => this.meeting(namespace, requirement).length > 0);
  }

  /** The thing that meets most of the demands of a selector, the first of equals; undefined where none meets one that tells things apart. */
  nearest(namespace: string, { requirements }: Selector): T | undefined {
    const met = new Map<T, number>();
    for (const requirement of requirements) {
      const meeting = this.meeting(namespace, requirement);
      if (meeting.length > COMMON) continue;
      for (const thing of meeting) met.set(thing, (met.get(thing) ?? 0) + 1);
    }
    return [...met].sort(([, a], [, b]) => b - a)[0]?.[0];
  }

  /** The things that meet a demand for one of several values. */
  meeting(namespace: string, { key, operator, values }: Requirement): readonly T[] {
    if (operator !== 'In') return [];
    const lists = values.map(value => this.byLabel.get(keyOf(namespace, key, value)) ?? []);
    return lists.length === 1 ? lists[0] : lists.flat();
  }
}

function keyOf(namespace: string, key: string, value: string): string {
  return [namespace, key, value].join('\n');
}
