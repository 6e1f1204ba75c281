import { ExternalHost, HttpsApi, NatsScheme, NatsServer } from '../../../src/address';
import { AppConfig } from '../../../src/config';
import { Subject, SubjectPattern } from '../../../src/subject';
import { bot, commonConfig, find, NATS, render, templateOf } from '../support';

const annotationsOf = (objects: any[]) => find(objects, 'Deployment').metadata.annotations;

test('the server, the subjects and the other endpoints are documented, sorted', () => {
  const objects = render(chart => {
    const workload = bot(chart, {
      config: commonConfig(chart),
      publishes: ['b', 'a'].map(text => Subject.of(text, { subscribedElsewhere: true }).inProgram()),
      subscribes: [
        SubjectPattern.of('c.*', { publishedElsewhere: true }).inProgram(),
        Subject.of('d', { publishedElsewhere: true }).inProgram({ queueGroup: 'workers' }),
      ],
    });
    workload.connectTo(HttpsApi.of('b.example.com'));
    workload.connectTo(HttpsApi.of('a.example.com'));
    workload.connectTo(HttpsApi.of('a.example.com'));
  });
  expect(annotationsOf(objects)).toEqual({
    'petrosa.io/nats-server': NATS.url,
    'petrosa.io/nats-publishes': 'a, b',
    'petrosa.io/nats-subscribes': 'c.*, d (queue workers)',
    'petrosa.io/connects-to': 'https://a.example.com, https://b.example.com',
  });
});

test('every NATS server is documented as one, however the connection is declared', () => {
  const objects = render(chart => {
    const workload = bot(chart, { config: commonConfig(chart) });
    const socket = NatsServer.of({ service: 'bus', namespace: 'nats', scheme: NatsScheme.WS, port: 8080 });
    workload.connectTo(socket, { env: 'BUS_URL', config: new AppConfig(chart, 'settings', { name: 'settings' }) });
  });
  expect(annotationsOf(objects)).toEqual({ 'petrosa.io/nats-server': `${NATS.url}, ws://bus.nats.svc.cluster.local:8080` });
});

test('a WebSocket outside the cluster is no NATS server', () => {
  const objects = render(chart => bot(chart).connectTo(ExternalHost.of({ scheme: 'wss', host: 'stream.example.com', port: 9443 })));
  expect(annotationsOf(objects)).toEqual({ 'petrosa.io/connects-to': 'wss://stream.example.com:9443' });
});

test('what there is nothing to say about has no annotation', () => {
  expect(annotationsOf(render(chart => bot(chart)))).toBeUndefined();
});

test('a connection rolls no pod: it is documented on the workload, not on its pods', () => {
  const objects = render(chart => bot(chart).connectTo(HttpsApi.of('a.example.com')));
  expect(templateOf(objects).metadata.annotations).toBeUndefined();
});
