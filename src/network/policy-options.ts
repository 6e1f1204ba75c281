/** What every policy of the library takes. */
export interface PolicyOptions {
  /**
   * Labels of the policy itself.
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Annotations of the policy itself.
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: string };
}

/** What a policy takes whose namespace can be chosen. */
export interface NamespacedPolicyOptions extends PolicyOptions {
  /**
   * Namespace of the policy, which is that of the pods it selects.
   * @default - the namespace of the selected pods where it is known, else that of the chart
   */
  readonly namespace?: string;
}
