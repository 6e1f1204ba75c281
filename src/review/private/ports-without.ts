import { PortSet, Protocol } from '../../reachability';

/** The ports of a set that another one does not have. */
export function without(ports: PortSet, others: PortSet = PortSet.NONE): PortSet {
  let left = PortSet.NONE;
  for (const protocol of Object.keys(ports.ranges) as Protocol[]) {
    for (const { first, last } of ports.ranges[protocol]) {
      let next = first;
      for (const other of others.ranges[protocol]) {
        if (other.last < next || other.first > last) continue;
        if (other.first > next) left = left.union(PortSet.of(protocol, next, other.first - 1));
        next = other.last + 1;
      }
      if (next <= last) left = left.union(PortSet.of(protocol, next, last));
    }
  }
  return left;
}
