/** Where a workload wants to connect to, as it is written. */
export interface Destination {
  /** Name or address; undefined where it comes from a Secret and is not known. */
  readonly host?: string;
  readonly port: number;

  /** @default 'TCP' */
  readonly protocol?: string;
}
