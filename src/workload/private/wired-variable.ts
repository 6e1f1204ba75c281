import * as kplus from 'cdk8s-plus-28';

/** A variable of an endpoint, as the containers get it. */
export interface WiredVariable {
  readonly name: string;
  readonly value: kplus.EnvValue;

  /** Whether its value is the address of the endpoint. */
  readonly holdsAddress: boolean;
}
