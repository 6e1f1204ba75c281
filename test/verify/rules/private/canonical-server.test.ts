import { canonicalServer } from '../../../../src/verify/rules/private/canonical-server';
import { factsOf, FactsParts } from '../../../support/facts';

const service = (namespace: string, name: string, spec: string): string =>
  `---\napiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: { ${spec} }\n`;
const CLIENTS = 'ports: [{ port: 4222 }]';

/** The URL of the server, or what is to decide. */
function serverOf(text: string, parts: FactsParts = {}): string {
  const server = canonicalServer(factsOf(text, parts));
  return 'decide' in server ? server.decide : server.url;
}

test.each([
  ['the only one of the files', service('messaging', 'bus', CLIENTS), 'nats://bus.messaging.svc.cluster.local:4222'],
  ['not one without namespace', service('""', 'bus', CLIENTS), /neither the files nor the state/],
  ['not a name for a host outside', service('messaging', 'bus', `type: ExternalName, externalName: a.example, ${CLIENTS}`), /neither the files nor the state/],
  ['a headless one where there is no other', service('messaging', 'bus', `clusterIP: None, ${CLIENTS}`), 'nats://bus.messaging.svc.cluster.local:4222'],
])('the server is %s', (_, text, expected) => {
  expect(serverOf(text)).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
});

test.each([
  ['4222 where nothing is known of it', '', 4222],
  ['4222 where its Service has no ports', service('data', 'nats', 'ports: []'), 4222],
  ['the only one that takes clients', service('data', 'nats', 'ports: [{ port: 8222 }, { port: 5222 }]'), 5222],
  ['the only one over TCP', service('data', 'nats', 'ports: [{ port: 4222, protocol: UDP }, { port: 5222 }]'), 5222],
])('the port of the server that is told is %s', (_, text, port) => {
  expect(serverOf(text, { server: { namespace: 'data', name: 'nats' } })).toBe(`nats://nats.data.svc.cluster.local:${port}`);
});
