/** An environment of the platform that has a subject prefix of its own. */
export class SubjectEnvironment {
  /** The prefix without an environment: `NATS_SUBJECT_PREFIX` (rule book §6). */
  public static readonly BASE = new SubjectEnvironment('BASE', 'NATS_SUBJECT_PREFIX');

  /** `NATS_SUBJECT_PREFIX_PRODUCTION` (rule book §6). */
  public static readonly PRODUCTION = SubjectEnvironment.of('PRODUCTION');

  /** `NATS_SUBJECT_PREFIX_GAP_FILLER` (rule book §6). */
  public static readonly GAP_FILLER = SubjectEnvironment.of('GAP_FILLER');

  /**
   * A further environment; its key is `NATS_SUBJECT_PREFIX_<name>`.
   * @throws if the name is not made of capital letters, digits and `_`
   */
  public static of(name: string): SubjectEnvironment {
    if (!/^[A-Z][A-Z0-9_]*$/.test(name)) {
      throw new Error(`environment ${JSON.stringify(name)} cannot end the key NATS_SUBJECT_PREFIX_; write capitals, digits and "_", e.g. TESTNET`);
    }
    return new SubjectEnvironment(name, `NATS_SUBJECT_PREFIX_${name}`);
  }

  private constructor(
    /** Its name, e.g. `PRODUCTION`. */
    public readonly name: string,
    /** The ConfigMap key, and the variable, of its prefix. */
    public readonly key: string,
  ) {}
}
