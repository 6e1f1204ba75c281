import { body } from '../support/adopted';

/** Two Deployments that have the same variables. */
function twice(...env: readonly string[]): string {
  return ['rates', 'quotes'].map(name => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, image: "shop/${name}:1", env: [${env.join(', ')}] }] }
`).join('');
}

const SERVICE = (name: string) => `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop }
spec: { selector: { app: ${name} }, ports: [{ port: 80 }] }
`;

test.each([
  ['the NATS server', '{ name: NATS_URL, value: "nats://bus.nats.svc.cluster.local:4222" }', "const nats = NatsServer.of({ service: 'bus', namespace: 'nats' });"],
  ['a Service', '{ name: ORDERS_URL, value: "http://orders.shop.svc.cluster.local" }', "const orders = ServiceEndpoint.http({ service: 'orders', namespace: 'shop', port: 80 });"],
  ['an API outside', '{ name: API_URL, value: "https://api.example.com" }', "const apiExampleCom = HttpsApi.of('api.example.com');"],
  ['a host outside', '{ name: DB_URL, value: "mysql://db.example.com" }', "const externalHost = ExternalHost.of({ host: 'db.example.com', port: 3306, scheme: 'mysql' });"],
])('%s that two workloads connect to has a name', (_, env, constant) => {
  expect(body(twice(env))).toContain(constant);
});

test('both connect by that name', () => {
  const code = body(twice('{ name: API_URL, value: "https://api.example.com" }'));
  expect(code.match(/\w+\.connectTo\(.*\)/g)).toEqual(['rates.connectTo(apiExampleCom)', 'quotes.connectTo(apiExampleCom)']);
});

test('a second server has the name of its Service', () => {
  const code = body(twice('{ name: NATS_URL, value: "nats://bus.nats.svc.cluster.local:4222" }', '{ name: FEED_URL, value: "nats://feed.nats.svc.cluster.local:4222" }'));
  expect(code).toContain("const feed = NatsServer.of({ service: 'feed', namespace: 'nats' });");
});

test('an endpoint gives way to a workload of the same name', () => {
  const code = body(twice('{ name: RATES_URL, value: "http://rates.shop.svc.cluster.local" }') + SERVICE('rates'));
  expect(code).toContain('const ratesEndpoint = ServiceEndpoint.http(');
});

test('an endpoint that one workload connects to has no name', () => {
  const [one] = twice('{ name: API_URL, value: "https://api.example.com" }').split(/(?<=\n)---\n/).slice(-1);
  expect(body(one)).toContain("quotes.connectTo(HttpsApi.of('api.example.com'))");
});

test('a server that one workload gets by its variable and another one by a word of its command has one name', () => {
  const [first, second] = twice('{ name: NATS_URL, value: "nats://bus.nats.svc.cluster.local:4222" }').split(/(?<=\n)---\n/).slice(-2);
  const code = body(`${first}---\n${second.replace(/env: .*?\]/, 'args: ["--server=nats://bus.nats.svc.cluster.local:4222"]')}`);
  expect(code.match(/\w+\.connectTo\(.*\)/g)).toEqual(["rates.connectTo(nats, { env: 'NATS_URL', config: settings })", 'quotes.connectTo({ ...nats, variables: [] })']);
});
