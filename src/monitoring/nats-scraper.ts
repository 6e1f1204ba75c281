/** The pods that scrape, for the policies that admit them. */
export interface NatsScraper {
  /**
   * Their namespace.
   * @default 'monitoring'
   */
  readonly namespace?: string;

  /**
   * Their labels; `{}` for every pod of the namespace.
   * @default - `app.kubernetes.io/name: prometheus`, which the Prometheus Operator gives them
   */
  readonly podLabels?: { readonly [key: string]: string };
}
