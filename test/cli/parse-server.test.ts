import { parseServer } from '../../src/cli/parse-server';
import { ManifestSet, readText } from '../../src/manifest';

const services = readText('cluster.yaml', 'apiVersion: v1\nkind: Service\nmetadata: { name: nats-server, namespace: nats }\n').documents;
const set = new ManifestSet({ files: [], state: services });

test('a Service is named by its namespace and its name', () => {
  expect(parseServer('nats/nats-server', set)).toEqual({ namespace: 'nats', name: 'nats-server' });
});

test.each(['nats-server', 'nats/nats-server/x', 'nats/', '/nats-server', 'nats/nats-server:4222', 'NATS/nats-server', ''])('%p names no Service', (text) => {
  expect(() => parseServer(text, set)).toThrow('names no Service; write NAMESPACE/NAME, such as nats/nats-server');
});

test('a Service that the cluster lacks is refused with the nearest one', () => {
  expect(() => parseServer('nats/nats-servr', set)).toThrow('there is no Service nats/nats-servr; did you mean nats/nats-server?');
});

test('a Service that the cluster lacks is refused where none is near', () => {
  expect(() => parseServer('nats/b', set)).toThrow('there is no Service nats/b; name one that the cluster has');
});

test('a Service of which nothing is known is taken as it is told', () => {
  expect(parseServer('queues/broker', set)).toEqual({ namespace: 'queues', name: 'broker' });
});
