import { KnownSecret } from '../../src/address/known-secret';
import { OtlpCollector, OtlpCollectorProps, OtlpProtocol } from '../../src/address/otlp-collector';
import { ValueSource } from '../../src/address/value-source';

const collectorWith = (props: Partial<OtlpCollectorProps> = {}) => OtlpCollector.of({ service: 'grafana-alloy', namespace: 'observability', ...props });

test.each([
  [undefined, 4317],
  [OtlpProtocol.GRPC, 4317],
  [OtlpProtocol.HTTP, 4318],
])('protocol %s has port %d alone', (protocol, port) => {
  expect(collectorWith({ protocol })).toMatchObject({
    url: `http://grafana-alloy.observability.svc.cluster.local:${port}`,
    egress: [{ peers: [{ namespace: 'observability' }], ports: [{ port }] }],
  });
});
test('the egress selects the pods by their labels', () => {
  const podLabels = { 'app.kubernetes.io/name': 'alloy' };
  expect(collectorWith({ podLabels }).egress[0].peers).toEqual([{ namespace: 'observability', podLabels }]);
});
test('the egress is on the pod port', () => expect(collectorWith({ podPort: 14317 }).egress[0].ports).toEqual([{ port: 14317 }]));
test('the URL has the zone', () => {
  expect(collectorWith({ zone: 'k8s.example.com' }).url).toBe('http://grafana-alloy.observability.svc.k8s.example.com:4317');
});
test('the variable is the one of OpenTelemetry', () => {
  expect(collectorWith().variables).toEqual([{ name: 'OTEL_EXPORTER_OTLP_ENDPOINT', source: ValueSource.endpointUrl() }]);
});
test('headers follow, from the Secret', () => {
  const headers = KnownSecret.of({ name: 'credentials', keys: ['HEADERS'] }).key('HEADERS');
  expect(collectorWith({ headers }).variables.slice(1)).toEqual([{ name: 'OTEL_EXPORTER_OTLP_HEADERS', source: ValueSource.secretKey(headers) }]);
});
test('over HTTP the protocol follows, which SDKs would not guess', () => {
  expect(collectorWith({ protocol: OtlpProtocol.HTTP }).variables.slice(1)).toEqual([
    { name: 'OTEL_EXPORTER_OTLP_PROTOCOL', source: ValueSource.literal('http/protobuf') },
  ]);
});
