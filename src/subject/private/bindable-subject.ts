import { checkedTokens, isPlaceholder, requireVisible } from './tokens';
import { checkedVariableName } from './variable-name';
import { SubjectBinding, SubjectBindOptions, SubjectInProgramOptions } from '../subject-binding';
import { SubjectOptions } from '../subject-options';

/**
 * What a subject and a pattern have in common; jsii shows its members as theirs.
 * @internal
 */
export abstract class BindableSubject {
  /** The subject as written, with its placeholders. */
  public readonly text: string;

  private readonly tokens: string[];

  protected constructor(
    private readonly kind: 'subject' | 'pattern',
    text: string,
    private readonly options: SubjectOptions,
    private readonly prefixKey?: string,
  ) {
    this.text = text;
    this.tokens = checkedTokens(text, { what: kind, wildcards: kind === 'pattern', placeholders: true });
  }

  /**
   * The program reads the subject from a variable.
   * @throws if a name breaks the rules of Kubernetes or NATS, if `value` does not fit the subject, or if an option lacks the one that it belongs to
   */
  public bind(envName: string, options: SubjectBindOptions = {}): SubjectBinding {
    checkedVariableName(envName);
    if (options.key !== undefined && !options.config) {
      throw new Error(`${envName}: the key ${options.key} belongs to no ConfigMap; give config too, or leave key out`);
    }
    this.checkQueueGroupEnv(envName, options);
    return SubjectBinding._of({
      ...this.facts(options.queueGroup),
      envName,
      value: this.variableValue(envName, options.value),
      config: options.config,
      key: options.config && (options.key ?? envName),
      queueGroupEnv: options.queueGroupEnv,
    });
  }

  /**
   * The subject is fixed in the program's code, or built there under a prefix: no variable holds it, but it is documented and matched.
   * @throws if the queue group breaks NATS's rules
   */
  public inProgram(options: SubjectInProgramOptions = {}): SubjectBinding {
    return SubjectBinding._of({ ...this.facts(options.queueGroup), prefixKey: this.prefixKey });
  }

  private facts(queueGroup?: string) {
    if (queueGroup !== undefined) checkedTokens(queueGroup, { what: 'queue group', wildcards: false, placeholders: false });
    return {
      subject: this.text,
      pattern: this.kind === 'pattern',
      publishedElsewhere: this.options.publishedElsewhere ?? false,
      subscribedElsewhere: this.options.subscribedElsewhere ?? false,
      queueGroup,
    };
  }

  private checkQueueGroupEnv(envName: string, { queueGroup, queueGroupEnv }: SubjectBindOptions): void {
    if (queueGroupEnv === undefined) return;
    checkedVariableName(queueGroupEnv);
    if (queueGroup === undefined) throw new Error(`${queueGroupEnv} has no queue group to hold; give queueGroup too, or leave queueGroupEnv out`);
    if (queueGroupEnv === envName) {
      throw new Error(`${envName} cannot hold both the subject and its queue group; give queueGroupEnv a name of its own, e.g. NATS_CONSUMER_GROUP`);
    }
  }

  private variableValue(envName: string, value?: string): string {
    const firstPlaceholder = this.tokens.findIndex(isPlaceholder);
    if (firstPlaceholder < 0) {
      if (value === undefined) return this.text;
      throw new Error(`${envName}: subject "${this.text}" has no placeholders and is itself the value; leave value "${value}" out`);
    }
    if (value === undefined) {
      throw new Error(`${envName}: subject "${this.text}" has placeholders; ` +
        `give value, what the program expects in the variable, e.g. ${this.tokens.map(token => isPlaceholder(token) ? '*' : token).join('.')}`);
    }
    requireVisible(`${envName}: value`, value);
    const head = this.tokens.slice(0, firstPlaceholder).join('.');
    if (head !== '' && value !== head && !value.startsWith(`${head}.`)) {
      throw new Error(`${envName}: value "${value}" is not of subject "${this.text}"; write one that begins with ${head}`);
    }
    return value;
  }
}
