import { RULES } from '../../src/verify';
import { deployment, runIn } from '../support/command-line';

const server = `
apiVersion: v1
kind: Namespace
metadata: { name: nats }
---
apiVersion: v1
kind: Service
metadata: { name: nats-server, namespace: nats }
spec: { selector: { app: nats }, ports: [{ port: 4222 }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: nats, namespace: nats }
spec:
  serviceName: nats
  selector: { matchLabels: { app: nats } }
  template:
    metadata: { labels: { app: nats } }
    spec: { containers: [{ name: nats, image: nats:2.10.24, ports: [{ containerPort: 4222 }] }] }
`;
const denied = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: apps }
spec: { podSelector: {}, policyTypes: [Egress] }
`;
const url = 'nats://nats-server.nats.svc.cluster.local:4222';

test('why ends in 0 with the verdict as last line where the workload reaches the endpoint', async () => {
  const { code, out } = await runIn({ 'a.yaml': deployment('once'), 'nats.yaml': server }, ['why', 'deployment/quotes', url]);
  expect([code, out.split('\n')[0], out.split('\n').at(-2)]).toEqual([0, 'apps/quotes[Deployment] → nats-server.nats.svc.cluster.local:4222 TCP', 'allowed']);
});

test('why ends in 1 and names the responsible field where it does not', async () => {
  const { code, out } = await runIn({ 'a.yaml': deployment('once'), 'nats.yaml': server, 'deny.yaml': denied }, ['why', 'quotes', url, '.']);
  expect([code, out.split('\n').at(-2), out]).toEqual([1, expect.stringMatching(/^blocked: /), expect.stringMatching(/ {2}✗ egress .*\n +deny\.yaml:\d+:\d+ \(apps\/NetworkPolicy\/default-deny\)/)]);
});

test('why ends in 1 where the answer is not known', async () => {
  const { code, out } = await runIn({ 'a.yaml': deployment('once') }, ['why', 'quotes', 'nats-server.nats:4222']);
  expect([code, out.split('\n').at(-2)]).toEqual([1, expect.stringMatching(/^unknown: /)]);
});

test('why writes an IPv6 address in brackets', async () => {
  const { out } = await runIn({ 'a.yaml': deployment('once') }, ['why', 'quotes', '[2001:db8::1]:443']);
  expect(out.split('\n')[0]).toBe('apps/quotes[Deployment] → [2001:db8::1]:443 TCP');
});

test.each([
  ['why', ['why', 'quotes', '8.8.8.8:443', 'a.yaml', 'gone.yaml'], 'allowed'],
  ['connections', ['connections', 'a.yaml', 'gone.yaml'], '=> 0.0.0.0-255.255.255.255[External]'],
  ['checklist', ['checklist', 'a.yaml', 'gone.yaml'], 'not decidable'],
])('%s answers by what can be read, and ends in 2 where something cannot', async (_, argv, answer) => {
  expect(await runIn({ 'a.yaml': deployment('once') }, argv)).toEqual({ code: 2, out: expect.stringContaining(answer), err: expect.stringContaining('gone.yaml:1:1 error') });
});

describe.each([
  ['syntax', `a: [\n${denied}`, 'deny.yaml:3:1 error '],
  ['a template', '{{ if .Values.deny }}\nkind: NetworkPolicy\n{{ end }}\n', 'deny.yaml:1:1 error the document is a template'],
  ['nesting', `kind: NetworkPolicy\napiVersion: v1\na: ${'['.repeat(3000)}${']'.repeat(3000)}\n`, 'deny.yaml:3:'],
])('a file that cannot be taken in for its %s', (_, text, place) => {
  test.each([
    ['why', ['why', 'quotes', '8.8.8.8:443', '.']],
    ['connections', ['connections', '.']],
    ['checklist', ['checklist', '.']],
  ])('is told by %s, which ends in 2', async (__, argv) => {
    expect(await runIn({ 'a.yaml': deployment('once'), 'deny.yaml': text }, argv)).toMatchObject({ code: 2, err: expect.stringContaining(place) });
  });
});

test('what is wrong with a file and leaves nothing out is no gap', async () => {
  const repeated = deployment('once').replace('kind: Deployment', 'kind: Deployment\nkind: Deployment');
  expect(await runIn({ 'a.yaml': repeated }, ['why', 'quotes', '8.8.8.8:443', '.'])).toMatchObject({ code: 0, err: '' });
});

test('why refuses a workload that is not there', async () => {
  expect(await runIn({ 'a.yaml': deployment('once') }, ['why', 'quote', url])).toMatchObject({ code: 2, err: 'petrosa-nats: there is no workload quote; did you mean quotes?\n' });
});

test('connections prints a connection a line', async () => {
  const { code, out } = await runIn({ 'a.yaml': deployment('once'), 'nats.yaml': server }, ['connections', '.']);
  expect([code, out]).toEqual([0, expect.stringMatching(/^apps\/quotes\[Deployment\] => nats\/nats\[StatefulSet\] : All Connections$/m)]);
});

test('connections --format json has the ports as numbers', async () => {
  const { connections } = JSON.parse((await runIn({ 'a.yaml': deployment('once'), 'nats.yaml': server }, ['connections', '--format', 'json', '.'])).out);
  expect(connections).toContainEqual({
    from: 'apps/quotes[Deployment]', to: 'nats/nats[StatefulSet]', ports: ['TCP', 'UDP', 'SCTP'].map(protocol => ({ protocol, first: 1, last: 65535 })),
  });
});

test('checklist prints the seven items and how many are decided', async () => {
  const { out } = await runIn({ 'a.yaml': deployment('once') }, ['checklist', 'a.yaml']);
  expect([out.match(/^[✓✗?] \d\. /gm)?.length, out.split('\n').at(-2)]).toEqual([7, expect.stringMatching(/^\d passed, \d failed, \d not decidable$/)]);
});

test.each([['1 where an item fails', '{ name: NATS_URL, value: "nats://bus.apps:4222" }', 1], ['0 where none does', '', 0]])('checklist ends in %s', async (_, variable, code) => {
  const manifest = deployment('once').replace('{ name: LOG_LEVEL, value: info }', variable);
  expect((await runIn({ 'a.yaml': manifest }, ['checklist', 'a.yaml'])).code).toBe(code);
});

test.each([['json', /^\{\n {2}"version": 1,/], ['markdown', /^\| \| Item \| Status \| Why \|/]])('checklist --format %s prints that format', async (format, expected) => {
  expect((await runIn({ 'a.yaml': deployment('once') }, ['checklist', '--format', format, 'a.yaml'])).out).toMatch(expected);
});

test('explain prints the page of a rule, whatever the case of its code', async () => {
  expect(await runIn({}, ['explain', 'cfg205'])).toMatchObject({ code: 0, out: expect.stringMatching(/^# CFG205: /) });
});

test('explain of an unknown code ends in 2 with the nearest one', async () => {
  expect(await runIn({}, ['explain', 'LINT90'])).toMatchObject({ code: 2, err: expect.stringMatching(/^petrosa-nats: there is no rule LINT90; did you mean LINT90\d\? To see all of them, run petrosa-nats rules\n$/) });
});

test('explain of a code that is near to none says where the codes are', async () => {
  expect((await runIn({}, ['explain', 'everything'])).err).toBe('petrosa-nats: there is no rule everything; petrosa-nats rules prints all of them\n');
});

test('rules prints each rule of the catalogue once', async () => {
  const { out } = await runIn({}, ['rules']);
  expect(out.match(/^\| \[\w+\]/gm)).toEqual(RULES.map(({ code }) => `| [${code}]`));
});
