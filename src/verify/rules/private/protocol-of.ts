import { parseProtocol, Protocol } from '../../../reachability/port-rule';
import { Need } from '../../facts/facts';

/** The protocol of a need as policies name it. */
export function protocolOf({ protocol }: Need): Protocol {
  return parseProtocol(protocol)!;
}
