import { BindableSubject } from './private/bindable-subject';
import { SubjectOptions } from './subject-options';

/**
 * A literal subject, to publish to or to subscribe to, validated by NATS's rules.
 *
 * A token in braces is one that the program fills in: `intent.trading.{strategy}`. Subjects of the system (`$SYS`, `$JS`, `$KV`, `$O`, `$SRV`,
 * `$MQTT`) may be used on both sides; what is on their other side is not asked, since it is the server or a client library.
 */
export class Subject extends BindableSubject {
  /**
   * A subject, e.g. `binance.futures.websocket.data`.
   * @throws if a token is empty, holds whitespace, a control character or a wildcard, or a brace that is no placeholder, or if a reserved name
   * begins it
   */
  public static of(text: string, options: SubjectOptions = {}): Subject {
    return new Subject(text, options);
  }

  /** @internal */
  public static _under(prefixKey: string, text: string, options: SubjectOptions): Subject {
    return new Subject(text, options, prefixKey);
  }

  private constructor(text: string, options: SubjectOptions, prefixKey?: string) {
    super('subject', text, options, prefixKey);
  }
}
