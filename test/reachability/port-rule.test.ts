import { matchPort, parsePortRule } from '../../src/reachability';

const SERVED = [{ name: 'http', port: 8080, protocol: 'TCP' }, { name: 'dns', port: 53, protocol: 'UDP' }];
const match = (rule: unknown, protocol: 'TCP' | 'UDP' | 'SCTP', port: number | undefined, served: typeof SERVED | undefined = SERVED): string =>
  matchPort(parsePortRule(rule as never), protocol, port, served);

describe('an entry of ports', () => {
  test.each([
    ['a number is TCP by default', { port: 80 }, 'TCP', 80, 'yes'],
    ['a number of TCP is none of UDP', { port: 80 }, 'UDP', 80, 'no'],
    ['a number is one port', { port: 80 }, 'TCP', 81, 'no'],
    ['endPort is included', { port: 80, endPort: 90 }, 'TCP', 90, 'yes'],
    ['a range ends', { port: 80, endPort: 90 }, 'TCP', 91, 'no'],
    ['a protocol without a port is every port of it', { protocol: 'SCTP' }, 'SCTP', 1, 'yes'],
    ['a protocol without a port is nothing of another', { protocol: 'SCTP' }, 'TCP', 1, 'no'],
    ['an empty entry is every port of TCP', {}, 'TCP', 1, 'yes'],
    ['a name is the port of the pods', { port: 'http' }, 'TCP', 8080, 'yes'],
    ['a name is no other port', { port: 'http' }, 'TCP', 80, 'no'],
    ['a name needs the protocol of the pods', { port: 'dns' }, 'TCP', 53, 'no'],
    ['a name that the pods lack is nothing', { port: 'grpc' }, 'TCP', 8080, 'no'],
    ['null is an empty entry', null, 'TCP', 1, 'yes'],
    ['null for a field is the field missing', { port: 80, endPort: null, protocol: null }, 'TCP', 80, 'yes'],
  ] as const)('%s', (_, rule, protocol, port, expected) => expect(match(rule, protocol, port)).toBe(expected));

  test.each([
    ['endPort without a port', { endPort: 90 }], ['endPort after a name', { port: 'http', endPort: 9000 }], ['endPort below the port', { port: 8080, endPort: 80 }],
    ['a protocol that policies do not know', { port: 8080, protocol: 'ICMP' }], ['a port that is none', { port: 0 }], ['a fraction', { port: 80.5 }],
    ['a list', { port: [8080] }], ['a text in the place of the entry', '8080'],
  ])('with %s is nothing', (_, rule) => expect([80, 8080, 90].map(port => match(rule, 'TCP', port))).toEqual(['no', 'no', 'no']));

  test('with endPort below the port is read as what the API server refuses', () => {
    expect(parsePortRule({ port: 8080, endPort: 80 })).toEqual({ type: 'nothing' });
  });

  test('is in doubt by a name where the ports of the pods are not known', () => {
    expect(matchPort(parsePortRule({ port: 'http' }), 'TCP', 8080, undefined)).toBe('maybe');
  });

  test.each([
    ['a number', { port: 80 }, 'maybe'], ['all ports', { port: 1, endPort: 65535 }, 'yes'], ['the protocol', {}, 'yes'], ['a name of the pods', { port: 'http' }, 'maybe'], ['a name that the pods lack', { port: 'grpc' }, 'no'], ['another protocol', { port: 80, protocol: 'UDP' }, 'no'],
  ])('by %s, for a port that is not known', (_, rule, expected) => expect(match(rule, 'TCP', undefined)).toBe(expected));
});
