/** The pods behind a Service, which policies match instead of the Service. */
export interface ServicePods {
  /**
   * Port on the pods (`targetPort` of the Service).
   * @default - the port of the Service
   */
  readonly podPort?: number;

  /**
   * Labels of the pods.
   * @default - every pod of the namespace
   */
  readonly podLabels?: { readonly [key: string]: string };
}
