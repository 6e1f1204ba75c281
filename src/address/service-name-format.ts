/** One of the four formats of a Service name in a NATS URL, rule book §3. */
export class ServiceNameFormat {
  /** Format 1: the full name of a Service in the namespace of the NATS server. */
  public static readonly CROSS_NAMESPACE = new ServiceNameFormat(1, 'cross-namespace, recommended');

  /** Format 2: Service and namespace of the NATS server. */
  public static readonly CROSS_NAMESPACE_SHORT = new ServiceNameFormat(2, 'cross-namespace, short');

  /** Format 3: the full name of a Service in another namespace than the declared server's. */
  public static readonly DIFFERENT_NAMESPACE = new ServiceNameFormat(3, 'different namespace, full DNS');

  /** Format 4: Service and namespace, another one than the declared server's. */
  public static readonly DIFFERENT_NAMESPACE_SHORT = new ServiceNameFormat(4, 'different namespace, short');

  private constructor(
    /** Its number in the rule book, 1 to 4. */
    public readonly number: number,
    /** Its name in the rule book. */
    public readonly name: string,
  ) {}
}
