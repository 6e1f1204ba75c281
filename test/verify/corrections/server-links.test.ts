import { correct } from '../../support/corrections';
import { configObject, deployment } from '../../support/facts';

const service = (name: string, namespace: string): string =>
  `---\napiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: { selector: { app: ${name} }, ports: [{ port: 4222 }] }\n`;
const SERVER = service('bus', 'messaging');
const told = { server: { namespace: 'messaging', name: 'bus' } };

/** What is to decide of the only value of a ConfigMap of the namespace shop. */
function decisionsOf(code: string, url: string, name = 'NATS_URL'): readonly string[] {
  return correct(code, configObject('ConfigMap', 'settings', `{ ${name}: "${url}" }`), { state: service('web', 'shop') + SERVER, ...told }).decisions;
}

describe('a link between servers is to decide, whatever the options say:', () => {
  test.each([
    ['URL101', 'nats://10.43.7.12:7422', 'LEAFNODE_REMOTES_URL'],
    ['URL101', 'nats://10.43.7.12:4222', 'LEAF_URL'],
    ['URL110', 'nats://bus.messaging.svc.cluster.local:5222', 'NATS_ROUTE_URL'],
    ['URL110', 'nats://bus.messaging.svc.cluster.local:5222', 'NATS_LEAFNODE_URL'],
    ['URL105', 'nats://bus:4222', 'NATS_GATEWAY'],
  ])('by its name, %s %s of %s', (code, url, name) => {
    expect(decisionsOf(code, url, name)).toEqual(['write the DNS name of the other server: this is a link between servers, which --server does not name']);
  });

  test.each([
    ['URL101', 'nats://10.43.7.12:6222'],
    ['URL101', 'nats://10.43.7.12:4222,nats://bus.messaging.svc.cluster.local:7222'],
    ['URL104', 'nats://bus.messaging:7422'],
    ['URL104', 'nats://bus.messaging:6222,nats://bus.messaging:6222'],
    ['URL110', 'nats://bus.messaging.svc.cluster.local:7422'],
  ])('by its port, %s %s', (code, url) => {
    const [port] = /[67]\d22/.exec(url)!;
    expect(decisionsOf(code, url)).toEqual([`write the address for clients if programs use NATS_URL, else the DNS name of the other server: on port ${port} `
      + 'servers link to each other, which --server does not name']);
  });

  test('by the image of who holds it', () => {
    const text = deployment('bus', 'image: "nats:2.10", env: [{ name: NATS_URL, value: "nats://10.43.7.12:4222" }]');
    expect(correct('URL101', text, { state: SERVER, ...told }).decisions).toEqual([expect.stringContaining('a link between servers')]);
  });
});

test('a served port for leaf nodes is right for a link, and wrong for clients', () => {
  const state = SERVER.replace('{ port: 4222 }', '{ port: 4222 }, { port: 7422 }');
  const decisions = (name: string): number => correct('URL110', configObject('ConfigMap', 'settings', `{ ${name}: "nats://bus.messaging.svc.cluster.local:7422" }`), { state }).decisions.length;
  expect([decisions('NATS_LEAF_URL'), decisions('NATS_URL')]).toEqual([0, 1]);
});
