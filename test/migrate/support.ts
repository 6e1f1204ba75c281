import { Edit } from '../../src/edit';
import { ManifestObject, readText, textsOf } from '../../src/manifest';
import { migrate, MigrateProps, Migration } from '../../src/migrate';
import { Correction, Observation, Rule } from '../../src/verify';
import { madeUpRule } from '../support/made-up-rules';

/** A ConfigMap in namespace `apps`. */
export function configMap(name: string, data: Readonly<Record<string, string>>, annotations: Readonly<Record<string, string>> = {}): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: apps\n  annotations: ${JSON.stringify(annotations)}\n`
    + `data:\n${Object.entries(data).map(([key, value]) => `  ${key}: ${value}\n`).join('')}`;
}

/** The replacement of a key's value. */
export function setKey(object: ManifestObject, key: string, value: string): Edit {
  return { kind: 'replace', at: object.at('data', key), value };
}

/** A rule about the keys of ConfigMaps: what it says of a value, and what it makes of it. */
export function keyRule(
  code: string,
  says: (value: string, key: string, object: ManifestObject) => string | undefined,
  correct?: (object: ManifestObject, key: string, objects: readonly ManifestObject[]) => Correction,
): Rule {
  return madeUpRule({
    code,
    check: ({ objects }) => objects.flatMap(object => Object.entries(textsOf(object.get('data'))).flatMap(([key, value]): Observation[] => {
      const message = says(value, key, object);
      if (message === undefined) return [];
      return [{ at: object.at('data', key), message, fix: 'write another value', ...correct && { correct: () => correct(object, key, objects) } }];
    })),
  });
}

/** Says that a value is `wrong`, and replaces it. */
export function replaces(code: string, wrong: string, right: string): Rule {
  return keyRule(code, (value, key) => (value === wrong ? `${key} is ${wrong}` : undefined), (object, key) => ({ edits: [setKey(object, key, right)] }));
}

/** Says that there is a value, and knows nothing to do about it. */
export function forbids(code: string, wrong: string): Rule {
  return keyRule(code, (value, key) => (value === wrong ? `${key} is ${wrong}` : undefined));
}

/** Migrates texts by the names of their files. */
export function migrateTexts(texts: Readonly<Record<string, string>>, rules: readonly Rule[], props: Partial<MigrateProps> = {}): Migration {
  const read = Object.entries(texts).map(([file, text]) => readText(file, text));
  return migrate({ files: read.flatMap(({ documents }) => documents), problems: read.flatMap(({ problems }) => problems), rules, ...props });
}

/** The text of a file after a migration. */
export function textAfter(migration: Migration, file: string): string | undefined {
  return migration.files.find(changed => changed.file === file)?.after;
}

/** What is left, as `CODE decide …` or `CODE reason`. */
export function left({ left: findings }: Migration): string[] {
  return findings.map(({ finding, why }) => `${finding.code} ${'decide' in why ? `decide: ${why.decide}` : why.reason}`);
}
