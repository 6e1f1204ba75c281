/** What is known of a ConfigMap that lives elsewhere. */
export interface ImportedContent {
  readonly keys: readonly string[];

  /** The values that are known. */
  readonly values?: { readonly [key: string]: string };
}
