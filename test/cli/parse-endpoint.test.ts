import { parseEndpoint } from '../../src/cli/parse-endpoint';

test.each([
  ['nats://nats-server.nats.svc.cluster.local:4222', { host: 'nats-server.nats.svc.cluster.local', port: 4222, protocol: 'TCP' }],
  ['nats://nats-server.nats', { host: 'nats-server.nats', port: 4222, protocol: 'TCP' }],
  ['https://fapi.example.com/v1?x=1', { host: 'fapi.example.com', port: 443, protocol: 'TCP' }],
  ['mongodb.data:27017', { host: 'mongodb.data', port: 27017, protocol: 'TCP' }],
  ['udp://kube-dns.kube-system:53', { host: 'kube-dns.kube-system', port: 53, protocol: 'UDP' }],
  ['[2001:db8::1]:4222', { host: '2001:db8::1', port: 4222, protocol: 'TCP' }],
])('%s is an endpoint', (text, expected) => {
  expect(parseEndpoint(text)).toEqual(expected);
});

test.each([
  ['', "'' names no single host; write a URL or HOST:PORT"],
  ['nats://a:4222,nats://b:4222', "'nats://a:4222,nats://b:4222' names no single host; write a URL or HOST:PORT"],
  ['mongodb.data', "'mongodb.data' names no port from 1 to 65535; write HOST:PORT"],
  ['mongodb.data:0', "'mongodb.data:0' names no port from 1 to 65535; write HOST:PORT"],
  ['mongodb.data:http', "'mongodb.data:http' names no port from 1 to 65535; write HOST:PORT"],
  ['tcp://user:pass@mongodb.data', '(not shown, it may hold a credential) names no port from 1 to 65535; write HOST:PORT'],
])('%s is refused', (text, message) => {
  expect(() => parseEndpoint(text)).toThrow(message);
});
