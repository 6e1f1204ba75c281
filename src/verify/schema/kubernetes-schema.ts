import { readFileSync } from 'fs';
import { join } from 'path';
import type table from './kubernetes-1.28.json';
import { append } from '../../manifest';

/** A type of the API: its fields, each with its type as a word, and those that must be there. */
export interface SchemaType {
  /** Without the part that all have: `apps.v1.DeploymentSpec`. */
  readonly name: string;

  /** `string`, `int32`, `any`, the name of another type …; in front of it `[]` for a list and `{}` for a map. */
  readonly fields: ReadonlyMap<string, string>;
  readonly required: readonly string[];
}

/** The parts of the file that scripts/kubernetes-schema.ts writes. */
interface SchemaFile {
  readonly kinds: Readonly<Record<keyof typeof table.kinds, string>>;
  readonly types: Readonly<Record<string, WrittenType>>;
}

interface WrittenType {
  readonly fields: Readonly<Record<string, string>>;
  readonly required?: readonly string[];
}

/**
 * What Kubernetes 1.28 serves. A table of our own: the schemas of kubernetes-models know one version and let unknown fields through,
 * and those of kubernetes-validate are 70 MB that need a general validator.
 */
export class KubernetesSchema {
  /** The schema, read from its file when it is first asked for. */
  static get instance(): KubernetesSchema {
    return KubernetesSchema.loaded ??= new KubernetesSchema(JSON.parse(readFileSync(join(__dirname, 'kubernetes-1.28.json'), 'utf8')) as SchemaFile);
  }

  private static loaded?: KubernetesSchema;

  /** The release, for messages. */
  readonly version = '1.28';

  private readonly typeOfKind: ReadonlyMap<string, string>;
  private readonly types: ReadonlyMap<string, SchemaType>;
  private readonly apiVersionsOfKind = new Map<string, string[]>();
  private readonly kindsOfGroup = new Map<string, string[]>();

  private constructor({ kinds, types }: SchemaFile) {
    this.typeOfKind = new Map(Object.entries(kinds));
    this.types = new Map(Object.entries(types).map(([name, { fields, required = [] }]) =>
      [name, { name, fields: new Map(Object.entries(fields)), required }]));
    for (const served of this.typeOfKind.keys()) {
      const [apiVersion, kind] = splitLast(served);
      append(this.apiVersionsOfKind, kind, apiVersion);
      append(this.kindsOfGroup, groupOf(apiVersion), kind);
    }
  }

  /** The type of what is written with this API version and kind; undefined where it is not served. */
  typeOf(apiVersion: string, kind: string): SchemaType | undefined {
    return this.type(this.typeOfKind.get(`${apiVersion}/${kind}`) ?? '');
  }

  /** A type by its name. */
  type(name: string): SchemaType | undefined {
    return this.types.get(name);
  }

  /** Whether the group of an API version is or was one of Kubernetes itself, not one of custom resources. */
  isOwnGroup(apiVersion: string): boolean {
    return this.kindsOfGroup.has(groupOf(apiVersion)) || groupOf(apiVersion) === 'extensions';
  }

  /** The API versions that serve a kind. */
  apiVersionsOf(kind: string): readonly string[] {
    return this.apiVersionsOfKind.get(kind) ?? [];
  }

  /** The kinds of an API version's group. */
  kindsBeside(apiVersion: string): readonly string[] {
    return [...new Set(this.kindsOfGroup.get(groupOf(apiVersion)))];
  }
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? splitLast(apiVersion)[0] : '';
}

function splitLast(text: string): [string, string] {
  const at = text.lastIndexOf('/');
  return [text.slice(0, at), text.slice(at + 1)];
}
