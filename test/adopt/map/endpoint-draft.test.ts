import { printExpression as print } from '../../../src/adopt/code/print-expression';
import { EndpointContext, endpointOfUrl, reachOfHost, reachOfUrl } from '../../../src/adopt/map/endpoint-draft';
import { ManifestSet, readText } from '../../../src/manifest';

const SET = new ManifestSet({
  files: readText('k8s.yaml', `
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: shop }
spec: { selector: { app: orders }, ports: [{ port: 80, targetPort: web }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders, namespace: shop }
spec: { template: { metadata: { labels: { app: orders } }, spec: { containers: [{ name: main, ports: [{ name: web, containerPort: 8080 }] }] } } }
`).documents,
});
const CONTEXT: EndpointContext = { set: SET, zone: 'cluster.local', namespace: 'shop' };
const ORDERS = "service: 'orders', namespace: 'shop'";
const PODS = "podPort: 8080, podLabels: { app: 'orders' }";

const NOWHERE = { indent: 0, column: -1000, after: 0 };

const codeOf = (url: string, key = 'URL') => {
  const draft = endpointOfUrl(url, key, CONTEXT);
  return draft && print(draft.expression, NOWHERE).replace(/\n\s*/g, ' ').replace(/,(?= [}\])])/g, '');
};

test.each([
  ['http://orders/quote', 'URL', `ServiceEndpoint.http({ ${ORDERS}, port: 80, ${PODS}, path: '/quote' })`],
  ['http://orders.shop', 'URL', `ServiceEndpoint.http({ ${ORDERS}, port: 80, ${PODS} })`],
  ['http://orders.shop.svc.lab.internal', 'URL', `ServiceEndpoint.http({ ${ORDERS}, zone: 'lab.internal', port: 80, ${PODS} })`],
  ['nats://bus.nats.svc:4222', 'URL', "NatsServer.of({ service: 'bus', namespace: 'nats' })"],
  ['tls://bus.nats.svc:4443', 'URL', "NatsServer.of({ service: 'bus', namespace: 'nats', port: 4443, scheme: NatsScheme.TLS })"],
  ['redis://cache.data.svc', 'URL', "Redis.of({ service: 'cache', namespace: 'data' })"],
  ['redis://cache.data.svc:6380', 'URL', "Redis.of({ service: 'cache', namespace: 'data', port: 6380 })"],
  ['http://otel.obs.svc:4317', 'OTEL_EXPORTER_OTLP_ENDPOINT', "OtlpCollector.of({ service: 'otel', namespace: 'obs' })"],
  ['http://otel.obs.svc:4318', 'OTEL_EXPORTER_OTLP_ENDPOINT', "OtlpCollector.of({ service: 'otel', namespace: 'obs', protocol: OtlpProtocol.HTTP })"],
  ['https://api.example.com', 'URL', "HttpsApi.of('api.example.com')"],
  ['https://api.example.com:8443/v1', 'URL', "HttpsApi.of('api.example.com', { port: 8443, path: '/v1' })"],
  ['postgres://db.example.com', 'URL', "ExternalHost.of({ host: 'db.example.com', port: 5432, scheme: 'postgres' })"],
])('%s in %s', (url, key, code) => {
  expect(codeOf(url, key)).toBe(code);
});

test.each(['no URL', 'ws://bus.nats.svc', 'nats://bus.nats.svc:4222/subject', 'ftp://files.example.com', 'grpc://orders', 'https://10.0.0.1', 'nats://bus.example.com:4222'])('%s is no endpoint', (url) => {
  expect(codeOf(url)).toBeUndefined();
});

test.each([
  ['nats://bus.nats.svc:4222', "{ ...NatsServer.of({ service: 'bus', namespace: 'nats' }), variables: [] }"],
  ['redis://cache.data.svc', "{ ...Redis.of({ service: 'cache', namespace: 'data' }), variables: [] }"],
  ['ws://upstream.data.svc:4000', "ServiceEndpoint.tcp({ service: 'upstream', namespace: 'data', port: 4000 })"],
  ['tls://upstream.data.svc', "ServiceEndpoint.tcp({ service: 'upstream', namespace: 'data', port: 4222 })"],
  ['http://cache.data.svc', "ServiceEndpoint.http({ service: 'cache', namespace: 'data', port: 80 })"],
])('the server %s, whose URL is known already, gives no variable', (url, code) => {
  expect(print(reachOfUrl(url, CONTEXT)!.expression, NOWHERE)).toBe(code);
});

test.each([
  ['cache.data.svc', "ServiceEndpoint.tcp({ service: 'cache', namespace: 'data', port: 6379 })"],
  ['cache.example.com.', "ExternalHost.of({ host: 'cache.example.com', port: 6379 })"],
])('the host %s with a port of its own', (host, code) => {
  expect(print(reachOfHost(host, 6379, CONTEXT)!.expression, NOWHERE)).toBe(code);
});

test('an address is no host to reach', () => {
  expect(reachOfHost('10.0.0.1', 6379, CONTEXT)).toBeUndefined();
});

describe('a name of two labels that nothing explains', () => {
  const withState: EndpointContext = { ...CONTEXT, set: new ManifestSet({ files: [], state: readText('state.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n').documents }) };

  test('may be a Service or a host outside, so that it is no endpoint', () => {
    expect([endpointOfUrl('postgres://bus.messaging:4222', 'URL', CONTEXT), reachOfHost('bus.messaging', 4222, CONTEXT)]).toEqual([undefined, undefined]);
  });

  test('is a host outside where the state has no such namespace', () => {
    expect([endpointOfUrl('postgres://bus.messaging:4222', 'URL', withState)?.needsDns, reachOfHost('bus.messaging', 4222, withState)?.needsDns]).toEqual([true, true]);
  });

  test('is a host outside where it is reached by HTTPS', () => {
    expect(codeOf('https://kraken.com')).toBe("HttpsApi.of('kraken.com')");
  });
});

test.each(['http://host.docker.internal:11434', 'https://api.corp.internal', 'postgres://db.lan:5432', 'http://nas.home.arpa'])('no endpoint is written for %s, whose addresses are private and not known', (url) => {
  expect([codeOf(url), reachOfHost(new URL(url).hostname, 443, CONTEXT)]).toEqual([undefined, undefined]);
});
