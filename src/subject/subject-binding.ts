import { IKeyedConfig } from '../address/keyed-config';

/** What a binding is made of; checked by the subject that makes it. */
interface SubjectBindingFacts {
  readonly subject: string;
  readonly pattern: boolean;
  readonly publishedElsewhere: boolean;
  readonly subscribedElsewhere: boolean;
  readonly prefixKey?: string;
  readonly envName?: string;
  readonly value?: string;
  readonly config?: IKeyedConfig;
  readonly key?: string;
  readonly queueGroup?: string;
  readonly queueGroupEnv?: string;
}

/** A subject as one program learns about it; made by `bind` and `inProgram` of a subject. */
export class SubjectBinding {
  /** @internal */
  public static _of(facts: SubjectBindingFacts): SubjectBinding {
    return new SubjectBinding(facts);
  }

  /** The subject or pattern, with its placeholders. */
  public readonly subject: string;

  /** Whether a program may publish to it: a literal subject, without a queue group. */
  public readonly publishable: boolean;

  /** Whether a program outside this app publishes to it. */
  public readonly publishedElsewhere: boolean;

  /** Whether a program outside this app subscribes to it. */
  public readonly subscribedElsewhere: boolean;

  /** ConfigMap key, and variable, of the prefix under which the program builds the subject. Undefined where it does not build it under one. */
  public readonly prefixKey?: string;

  /** Name of the variable that holds the subject. Undefined where the subject is fixed in the program. */
  public readonly envName?: string;

  /** Value of the variable: the subject, or the program's convention where it has placeholders. Undefined without a variable. */
  public readonly value?: string;

  /** The ConfigMap that the value goes into. Undefined for a literal variable, and without a variable. */
  public readonly config?: IKeyedConfig;

  /** The key of the ConfigMap. Undefined without one. */
  public readonly key?: string;

  /** Name of the queue group, whose members share the messages. Undefined where every subscriber gets each message. */
  public readonly queueGroup?: string;

  /** Name of the variable, and of its key where there is a ConfigMap, that holds the queue group. Undefined where the program fixes it. */
  public readonly queueGroupEnv?: string;

  private readonly pattern: boolean;

  private constructor(facts: SubjectBindingFacts) {
    this.subject = facts.subject;
    this.pattern = facts.pattern;
    this.publishable = !facts.pattern && facts.queueGroup === undefined;
    this.publishedElsewhere = facts.publishedElsewhere;
    this.subscribedElsewhere = facts.subscribedElsewhere;
    this.prefixKey = facts.prefixKey;
    this.envName = facts.envName;
    this.value = facts.value;
    this.config = facts.config;
    this.key = facts.key;
    this.queueGroup = facts.queueGroup;
    this.queueGroupEnv = facts.queueGroupEnv;
  }

  /**
   * Refuses what only a subscriber can use; `path` is the construct of the publisher.
   * @internal
   */
  public _requirePublishable(path: string): void {
    if (this.pattern) {
      throw new Error(`${path}: publishes the pattern "${this.subject}", and NATS delivers to literal subjects only; ` +
        'write Subject.of with a literal subject, or with a placeholder such as {strategy} for a token that the program fills in');
    }
    if (!this.publishable) {
      throw new Error(`${path}: publishes "${this.subject}" with the queue group ${this.queueGroup}, which only subscribers have; ` +
        'leave queueGroup out, or move the binding to subscribes');
    }
  }
}

/** Through which variable a program learns about a subject. */
export interface SubjectBindOptions {
  /**
   * The ConfigMap that holds the value. An owned one gets it; an imported one must hold it already.
   * @default - the value stands in the container, as a literal
   */
  readonly config?: IKeyedConfig;

  /**
   * The key of the ConfigMap.
   * @default - the name of the variable
   */
  readonly key?: string;

  /**
   * What the program expects in the variable where the subject has placeholders, e.g. `intent.trading.*` for `intent.trading.{strategy}`.
   * It begins with the tokens before the first placeholder. Refused for a subject without placeholders.
   * @default - the subject
   */
  readonly value?: string;

  /**
   * Name of the queue group: each message goes to one of its members (NATS). By the rules of subjects.
   * @default - every subscriber gets each message
   */
  readonly queueGroup?: string;

  /**
   * Name of the variable that holds the queue group, e.g. `NATS_CONSUMER_GROUP`; in a ConfigMap its key has the same name.
   * @default - the program fixes the name of its group
   */
  readonly queueGroupEnv?: string;
}

/** What is known about a subject that is fixed in a program. */
export interface SubjectInProgramOptions {
  /**
   * Name of the queue group: each message goes to one of its members (NATS). By the rules of subjects.
   * @default - every subscriber gets each message
   */
  readonly queueGroup?: string;
}
