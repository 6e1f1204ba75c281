import { nearest } from '../../address/private/nearest';
import { shown } from '../../address/private/shown';
import { FieldPath, formatPath, Json, listOf, objectOf, Position, SourceDocument, textOf, valueAt } from '../../manifest';
import { ConfigurationProblem } from '../configuration-problem';
import { NameForm } from '../name-form';

/** Whether a key may be left out. */
type Presence = 'required' | 'optional';

/** Reads the fields of a configuration file and notes what is wrong with them. */
export class ConfigurationReader {
  readonly problems: ConfigurationProblem[];

  /** @param document  undefined for an empty file */
  constructor(private readonly document: SourceDocument | undefined, problems: readonly ConfigurationProblem[]) {
    this.problems = problems.map(({ message, fix, position }) => ({ message, fix, position }));
  }

  /** The keys of a map, those refused that are not among the known. */
  keys(path: FieldPath, known: readonly string[]): string[] {
    const value = this.at(path);
    const map = objectOf(value);
    if (value !== undefined && !map) this.refuse(path, `${named(path)} is no map`, `write keys below it: ${brief(known)}`);
    return Object.keys(map ?? {}).filter((key) => {
      const found = known.includes(key);
      if (!found) this.refuse([...path, key], `unknown key ${key}${path.length > 0 ? ` in ${formatPath(path)}` : ''}`, suggestion(key, known), 'key');
      return found;
    });
  }

  /** The paths of the entries of a list of maps. */
  entries(path: FieldPath, known: readonly string[]): FieldPath[] {
    return this.list(path).flatMap((entry) => {
      if (!objectOf(this.at(entry))) {
        this.refuse(entry, `${named(entry)} is no map`, `write keys below it: ${brief(known)}`);
        return [];
      }
      this.keys(entry, known);
      return [entry];
    });
  }

  texts(path: FieldPath): string[] {
    return this.list(path).flatMap(entry => this.text(entry) ?? []);
  }

  text(path: FieldPath, presence: Presence = 'optional'): string | undefined {
    const value = this.at(path);
    const text = textOf(value);
    if (value === undefined && presence === 'required') this.refuse(path, `${named(path)} is missing`, 'add it');
    if (value !== undefined && text === undefined) this.refuse(path, `${named(path)} is no text`, 'put it in quotes');
    return text;
  }

  name(path: FieldPath, { what, fix, read }: NameForm): string | undefined {
    const text = this.text(path);
    const name = text === undefined ? undefined : read(text);
    if (text !== undefined && name === undefined) this.refuse(path, `${named(path)} is ${shown(text)}, which is no ${what}`, fix);
    return name;
  }

  names(path: FieldPath, form: NameForm): string[] {
    return this.list(path).flatMap(entry => this.name(entry, form) ?? []);
  }

  flag(path: FieldPath): boolean {
    const value = this.at(path);
    if (value !== undefined && typeof value !== 'boolean') this.refuse(path, `${named(path)} is neither true nor false`, 'write true or false');
    return value === true;
  }

  port(path: FieldPath): number | undefined {
    const value = this.at(path);
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65535) return value;
    this.refuse(path, `${named(path)} is ${value === undefined ? 'missing' : 'no port'}`, 'write a number from 1 to 65535');
    return undefined;
  }

  choice<T extends string>(path: FieldPath, choices: readonly T[], presence: Presence = 'optional'): T | undefined {
    // YAML reads a plain `off` as false, and somebody who writes it means the word.
    const text = this.at(path) === false && (choices as readonly string[]).includes('off') ? 'off' : this.text(path, presence);
    if (text === undefined) return undefined;
    const chosen = choices.find(choice => choice === text);
    if (chosen === undefined) this.refuse(path, `${named(path)} is ${text}, which is not known`, suggestion(text, choices));
    return chosen;
  }

  position(path: FieldPath): Position {
    return this.document!.position(path);
  }

  refuse(path: FieldPath, message: string, fix: string, part: 'key' | 'value' = 'value'): void {
    this.problems.push({ position: this.document!.position(path, { part }), message, fix });
  }

  private list(path: FieldPath): FieldPath[] {
    const value = this.at(path);
    if (value !== undefined && !Array.isArray(value)) this.refuse(path, `${named(path)} is no list`, 'write it as a list');
    return listOf(value).map((_, i) => [...path, i]);
  }

  /** The value of a field; an empty one counts as absent. */
  private at(path: FieldPath): Json | undefined {
    return valueAt(this.document?.value, path) ?? undefined;
  }
}

function named(path: FieldPath): string {
  return path.length > 0 ? formatPath(path) : 'the file';
}

/** A list as a message may hold it: the codes of all rules would not fit. */
function brief(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 3).join(', ')} …` : names.join(', ');
}

function suggestion(wrong: string, existing: readonly string[]): string {
  const near = nearest(wrong, existing);
  return near.startsWith('did you mean') ? near : `write one of ${brief(existing)}`;
}
