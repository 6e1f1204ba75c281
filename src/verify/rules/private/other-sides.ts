import { textsOf } from '../../../manifest';
import { SubjectIndex } from '../../../subject/private/subject-index';
import { Facts, SubjectUse } from '../../facts/facts';
import { matchesName } from '../../facts/private/match-name';

type Role = SubjectUse['role'];

const PREFIX = /^[^\s/=@:]+$/;

/** Longer values are files. */
const LONGEST_LIST = 2000;

const SUBJECT = /^[^\s./=@:]+(\.[^\s./=@:]+)+$/;

/** The subjects that all manifests name, those of the cluster included, as the other side of a subject. */
export class OtherSides {
  private readonly indexes: Readonly<Record<Role, SubjectIndex>>;
  private readonly texts: Readonly<Record<Role, readonly string[]>>;
  private readonly folded: Readonly<Record<Role, ReadonlyMap<string, string>>>;

  constructor(facts: Pick<Facts, 'set' | 'options'>) {
    const named = [...namedTexts(facts)];
    const of = (role: Role): string[] => named.filter(text => text.role === role).map(({ text }) => text);
    const unknown = named.filter(({ role }) => role === undefined).map(({ text }) => text);
    this.texts = { publish: of('publish'), subscribe: of('subscribe') };
    const fold = (texts: readonly string[]): Map<string, string> => new Map(texts.map(text => [text.toLowerCase(), text]));
    this.folded = { publish: fold(this.texts.publish), subscribe: fold(this.texts.subscribe) };
    const index = (texts: readonly string[]): SubjectIndex => new SubjectIndex([...texts, ...unknown]);
    this.indexes = { publish: index(this.texts.publish), subscribe: index(this.texts.subscribe) };
  }

  /** Whether somebody may have this role for the subject: a text whose role is not known counts as any. */
  has(role: Role, text: string): boolean {
    return this.indexes[role].overlaps(text);
  }

  /** The subject in other capitals for which somebody has the role. */
  inOtherCapitals(role: Role, text: string): string | undefined {
    const twin = this.folded[role].get(text.toLowerCase());
    return twin === text ? undefined : twin;
  }

  /** The subjects for which somebody certainly has the role. */
  of(role: Role): readonly string[] {
    return this.texts[role];
  }
}

function* namedTexts({ set, options }: Pick<Facts, 'set' | 'options'>): Iterable<{ readonly text: string; readonly role?: Role }> {
  for (const [name, value] of namedValues({ set })) {
    if (value.length > LONGEST_LIST || !(value.includes('.') || name.includes('PREFIX'))) continue;
    for (const text of value.split(',').map(part => part.trim())) {
      if (name.includes('PREFIX') && PREFIX.test(text)) yield { text: `${text}.>` };
      else if (SUBJECT.test(text)) yield { text, role: options.subjectNames.find(({ pattern }) => matchesName(pattern, name))?.role };
    }
  }
}

function* namedValues({ set }: Pick<Facts, 'set'>): Iterable<readonly [string, string]> {
  for (const object of set.ofKind('ConfigMap')) yield* Object.entries(textsOf(object.get('data')));
  for (const { name, value } of set.workloads.flatMap(({ containers }) => containers).flatMap(({ variables }) => variables)) {
    if (value !== undefined) yield [name, value];
  }
}
