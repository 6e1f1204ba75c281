import { Names, variableName, wordsOf } from './identifiers';
import { array, call, Expression, imported, literal, name, object, Statement } from '../code';

/** A Secret that the workloads of a chart refer to: its name and the keys that they read. */
class SecretDraft {
  readonly keys = new Set<string>();
  plain?: string;

  constructor(readonly secretName: string, readonly variable: string) {}
}

/** The Secrets of a chart. Their values are never known. */
export class SecretDrafts {
  private readonly drafts = new Map<string, SecretDraft>();

  constructor(private readonly names: { readonly variables: Names; readonly ids: Names }) {}

  /** The Secret, of which a key is read by `useSecret` or an endpoint. */
  known(secret: string, key: string): Expression {
    const draft = this.draft(secret);
    draft.keys.add(key);
    return name(draft.variable);
  }

  /** The Secret as cdk8s-plus takes it. */
  plain(secret: string): Expression {
    const draft = this.draft(secret);
    draft.plain ??= this.names.variables.take(variableName(`${wordsOf(secret).slice(-2).join('-')}-secret`, 'secret'), variableName(`${secret}-secret`, 'secret'));
    return name(draft.plain);
  }

  /** The statements that declare them. */
  statements(): Statement[] {
    return [...this.drafts.values()].flatMap(({ secretName, variable, keys, plain }): Statement[] => [
      ...keys.size === 0 ? [] : [{
        kind: 'const' as const,
        name: variable,
        value: call(imported('cdk8s-petrosa', 'KnownSecret'), 'of', object({ name: literal(secretName), keys: array([...keys].sort().map(key => literal(key))) })),
      }],
      ...plain === undefined ? [] : [{
        kind: 'const' as const,
        name: plain,
        value: call(imported('cdk8s-plus-28', 'Secret'), 'fromSecretName', name('this'), literal(this.names.ids.take(secretName, `${secretName}-secret`)), literal(secretName)),
      }],
    ]);
  }

  private draft(secret: string): SecretDraft {
    const known = this.drafts.get(secret);
    if (known) return known;
    const made = new SecretDraft(secret, this.names.variables.take(variableName(wordsOf(secret).slice(-1).join(''), 'secret'), variableName(secret, 'secret')));
    this.drafts.set(secret, made);
    return made;
  }
}
