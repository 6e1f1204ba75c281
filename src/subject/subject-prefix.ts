import { checkedTokens } from './private/tokens';
import { Subject } from './subject';
import { SubjectEnvironment } from './subject-environment';
import { SubjectOptions } from './subject-options';
import { SubjectPattern } from './subject-pattern';

/** The prefixes of the environments. They are data: a live platform need not follow the defaults. */
export interface SubjectPrefixOptions {
  /**
   * Prefix of the production environment.
   * @default - `<prefix>.production` (rule book §6)
   */
  readonly production?: string;

  /**
   * Prefix of the gap filler.
   * @default - `<prefix>.gap_filler` (rule book §6)
   */
  readonly gapFiller?: string;

  /**
   * Prefixes of further environments by their names, e.g. `{ TESTNET: 'binance.testnet' }` for the key `NATS_SUBJECT_PREFIX_TESTNET`.
   * @default - none
   */
  readonly furtherEnvironments?: { readonly [name: string]: string };
}

/** What the subjects of a platform begin with, for each of its environments. */
export class SubjectPrefix {
  /**
   * The prefixes of a platform, e.g. `binance`.
   * @throws if a prefix is no literal subject, or if a further environment has the name of a standard one
   */
  public static of(prefix: string, options: SubjectPrefixOptions = {}): SubjectPrefix {
    const values: { [key: string]: string } = {
      [SubjectEnvironment.BASE.key]: prefix,
      [SubjectEnvironment.PRODUCTION.key]: options.production ?? `${prefix}.production`,
      [SubjectEnvironment.GAP_FILLER.key]: options.gapFiller ?? `${prefix}.gap_filler`,
    };
    for (const [name, further] of Object.entries(options.furtherEnvironments ?? {})) {
      const { key } = SubjectEnvironment.of(name);
      if (key in values) throw new Error(`${key} is a standard key of subject prefix "${prefix}"; give it by the options production or gapFiller`);
      values[key] = further;
    }
    for (const [key, value] of Object.entries(values)) checkedTokens(value, { what: `${key}: prefix`, wildcards: false, placeholders: false });
    return new SubjectPrefix(values);
  }

  private constructor(private readonly prefixes: { readonly [key: string]: string }) {}

  /** The ConfigMap keys `NATS_SUBJECT_PREFIX*` and their values. */
  public get values(): { [key: string]: string } {
    return { ...this.prefixes };
  }

  /**
   * The prefix of an environment.
   * @throws if the environment has none
   */
  public prefix(environment: SubjectEnvironment): string {
    const prefix = this.prefixes[environment.key];
    if (prefix === undefined) {
      throw new Error(`environment ${environment.name} has no subject prefix; give it in furtherEnvironments, ` +
        `or write one of those with the keys ${Object.keys(this.prefixes).join(', ')}`);
    }
    return prefix;
  }

  /**
   * A subject under the prefix of an environment; `rest` is what follows it, e.g. `klines.{symbol}.{period}`.
   * @throws if the environment has no prefix, or if `rest` breaks the rules of `Subject.of`
   */
  public subject(rest: string, environment: SubjectEnvironment, options: SubjectOptions = {}): Subject {
    return Subject._under(environment.key, `${this.prefix(environment)}.${rest}`, options);
  }

  /**
   * A pattern under the prefix of an environment; `rest` is what follows it, e.g. `klines.*.*`.
   * @throws if the environment has no prefix, or if `rest` breaks the rules of `SubjectPattern.of`
   */
  public pattern(rest: string, environment: SubjectEnvironment, options: SubjectOptions = {}): SubjectPattern {
    return SubjectPattern._under(environment.key, `${this.prefix(environment)}.${rest}`, options);
  }
}
