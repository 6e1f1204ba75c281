import { IEndpoint } from '../../../src/address';
import { appsChart, bot, NATS } from '../support';

const connect = (endpoint: unknown) => bot(appsChart()).connectTo(endpoint as IEndpoint);
const saying = (told: object) => ({ ...NATS, description: NATS.description, url: NATS.url, egress: NATS.egress, variables: [], ...told });

test.each(['nats://nats-server:4222', undefined, null, {}])('%p is no endpoint', endpoint => {
  expect(() => connect(endpoint)).toThrow('apps/bot: connectTo was given something that is no endpoint; make one, such as NatsServer.of({ service, namespace })');
});

test.each(['url', 'description'])('an endpoint with user info in its %s is refused, without saying it', part => {
  const make = () => connect(saying({ [part]: 'nats://bot:hunter2@nats-server:4222' }));
  expect(make).toThrow(`apps/bot: the ${part} of an endpoint holds a URL with user info; leave it out there`);
  expect(make).not.toThrow('hunter2');
});

test('an endpoint of a class of its own is taken', () => {
  expect(() => connect(saying({ url: undefined }))).not.toThrow();
});
