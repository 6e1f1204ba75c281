/** Which part of a field is meant. */
export interface Within {
  /** @default 'value' */
  readonly part?: 'key' | 'value';

  /**
   * Where in a text the part begins, in UTF-16 units.
   * @default 0
   */
  readonly offset?: number;

  /**
   * Length of the part of the text, in UTF-16 units.
   * @default - to the end of the text
   */
  readonly length?: number;
}
