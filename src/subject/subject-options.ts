/** What is known about the two sides of a subject. */
export interface SubjectOptions {
  /**
   * Whether a program outside this app publishes to it, so that a subscriber alone is no mistake.
   * @default false
   */
  readonly publishedElsewhere?: boolean;

  /**
   * Whether a program outside this app subscribes to it, so that a publisher alone is no mistake.
   * @default false
   */
  readonly subscribedElsewhere?: boolean;
}
