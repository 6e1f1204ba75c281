import * as fc from 'fast-check';
import { PortSet, PROTOCOLS } from '../../src/reachability';

const set = fc.array(fc.tuple(fc.constantFrom(...PROTOCOLS), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 20 })), { maxLength: 4 })
  .map(ranges => ranges.reduce((sum, [protocol, first, more]) => sum.union(PortSet.of(protocol, first, first + more)), PortSet.NONE));
const question = fc.tuple(fc.constantFrom(...PROTOCOLS), fc.integer({ min: 1, max: 85 }));

describe('a set of ports', () => {
  test('holds in a union what either holds', () => {
    fc.assert(fc.property(set, set, question, (a, b, [protocol, port]) =>
      a.union(b).has(protocol, port) === (a.has(protocol, port) || b.has(protocol, port))));
  });

  test('holds in an intersection what both hold', () => {
    fc.assert(fc.property(set, set, question, (a, b, [protocol, port]) =>
      a.intersection(b).has(protocol, port) === (a.has(protocol, port) && b.has(protocol, port))));
  });

  test('is written alike however it was put together', () => {
    fc.assert(fc.property(set, set, (a, b) => `${a.union(b)}` === `${b.union(a)}`));
  });

  test.each([
    ['ports by protocol', PortSet.of('UDP', 53, 53).union(PortSet.of('TCP', 80, 80)).union(PortSet.of('TCP', 90, 99)), 'TCP 80,90-99,UDP 53'],
    ['neighbours as a range', PortSet.of('TCP', 80, 80).union(PortSet.of('TCP', 81, 81)), 'TCP 80-81'],
    ['protocols by their names', PortSet.of('TCP', 80, 80).union(PortSet.of('SCTP', 9, 9)), 'SCTP 9,TCP 80'],
    ['every port of one protocol', PortSet.every('TCP'), 'TCP 1-65535'],
    ['every port of each protocol', PortSet.every('TCP').union(PortSet.every('UDP')).union(PortSet.every('SCTP')), 'All Connections'],
    ['nothing', PortSet.NONE, 'No Connections'],
  ])('is written as %s', (_, ports, expected) => expect(`${ports}`).toBe(expected));

  test.each([
    ['the port where they touch', PortSet.of('TCP', 80, 90), PortSet.of('TCP', 90, 99), 'TCP 90'],
    ['nothing where they are apart', PortSet.of('TCP', 80, 80), PortSet.of('TCP', 90, 90), 'No Connections'],
    ['nothing where the protocols differ', PortSet.of('TCP', 80, 80), PortSet.of('UDP', 80, 80), 'No Connections'],
  ])('has in common with another one %s', (_, a, b, expected) => expect(`${a.intersection(b)}`).toBe(expected));

  const ofEach = (first: number, last: number): PortSet =>
    PROTOCOLS.map(protocol => PortSet.of(protocol, first, last)).reduce((sum, one) => sum.union(one));

  test.each([
    ['has every port of each protocol', ofEach(1, 65535), true],
    ['lacks the last ports', ofEach(1, 65534), false],
    ['lacks the first port', ofEach(2, 65535), false],
    ['lacks ports in between', ofEach(1, 79).union(ofEach(81, 65535)), false],
    ['lacks a protocol', PortSet.every('TCP').union(PortSet.every('UDP')), false],
    ['lacks all of them', PortSet.NONE, false],
  ])('that %s is all there are: %s', (_, ports, expected) => expect(ports.isAll).toBe(expected));
});
