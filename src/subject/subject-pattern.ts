import { BindableSubject } from './private/bindable-subject';
import { isWildcard } from './private/tokens';
import { SubjectOptions } from './subject-options';

/** A subject with wildcards, to subscribe to: `*` stands for one token, `>` at the end for one or more (NATS). */
export class SubjectPattern extends BindableSubject {
  /**
   * A pattern, e.g. `binance.klines.*.*` or `binance.>`.
   * @throws if it has no wildcard, if `>` is not its last token, or if another token breaks the rules of `Subject.of`
   */
  public static of(text: string, options: SubjectOptions = {}): SubjectPattern {
    return new SubjectPattern(text, options);
  }

  /** @internal */
  public static _under(prefixKey: string, text: string, options: SubjectOptions): SubjectPattern {
    return new SubjectPattern(text, options, prefixKey);
  }

  private constructor(text: string, options: SubjectOptions, prefixKey?: string) {
    super('pattern', text, options, prefixKey);
    if (!text.split('.').some(isWildcard)) throw new Error(`pattern "${text}" has no wildcard; write Subject.of for a literal subject`);
  }
}
