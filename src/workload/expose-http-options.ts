/** A port of a Service and the port of the pods behind it. */
export interface ExposedPort {
  /** Name of the port, a DNS label of at most 15 characters. */
  readonly name: string;

  /** Port of the Service. */
  readonly port: number;

  /**
   * Port of the pods; a container declares it.
   * @default - the port of the Service
   */
  readonly targetPort?: number;
}

/** How a workload is reached by HTTP. */
export interface ExposeHttpOptions {
  /**
   * Port of the Service.
   * @default 80
   */
  readonly port?: number;

  /** Port of the pods; a container declares it. */
  readonly targetPort: number;

  /**
   * Further ports of the Service, such as one for metrics.
   * @default - none
   */
  readonly additionalPorts?: ExposedPort[];

  /**
   * `metadata.name` of the Service.
   * @default - the name of the workload
   */
  readonly serviceName?: string;

  /**
   * Annotations of the Service.
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: string };

  /**
   * Labels of the Service beside the identity of the workload.
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Namespaces that are admitted beside the workload's own, such as that of the ingress controller or of Prometheus.
   * @default - none
   */
  readonly fromNamespaces?: string[];

  /**
   * Name of the variable by which clients learn about the Service.
   * @default - clients name it when they connect
   */
  readonly env?: string;

  /**
   * DNS zone of the cluster.
   * @default cluster.local
   */
  readonly zone?: string;
}
