import { Position } from '../manifest';

/** A fault of a configuration file. */
export interface ConfigurationProblem {
  readonly position: Position;
  readonly message: string;
  readonly fix: string;
}
