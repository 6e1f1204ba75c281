import { SubjectUse } from '../../facts/facts';

/** What allows or restricts others, and holds patterns by its nature. */
const PERMISSION = /ALLOW|DENY|PERMI|FILTER|ACL/;

/** A subject as it stands in a variable, alone or in a list. */
export interface StatedSubject extends SubjectUse {
  /** Where it stands, as messages say it: `NATS_TOPIC of ConfigMap settings`. */
  readonly holder: string;
}

/**
 * The subjects that variables hold, those of lists one by one. A name without `NATS` may mean the subject of a mail or the topic of another broker:
 * there only a text of several tokens counts.
 */
export function statedSubjects(uses: readonly SubjectUse[]): StatedSubject[] {
  return uses.filter(({ name }) => !PERMISSION.test(name)).flatMap((use) => {
    const texts = use.text.split(',').map(text => text.trim()).filter(text => text !== '');
    return texts.filter(text => /NATS/.test(use.name) || isDotted(use.name, text)).map(text => ({ ...use, text, holder: holderOf(use) }));
  });
}

function isDotted(name: string, text: string): boolean {
  return /SUBJECT|TOPIC/.test(name) && /^[^\s./=@]+(\.[^\s./=@]+)+$/.test(text);
}

function holderOf({ name, place: { object, path } }: SubjectUse): string {
  const key = object.kind === 'ConfigMap' && path[0] === 'data' ? `${path[1]}` : name;
  return `${key} of ${object.kind} ${object.name}`;
}
