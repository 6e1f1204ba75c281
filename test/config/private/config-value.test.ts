import { Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { checkedValue, doubtsAbout } from '../../../src/config/private/config-value';

const chart = Testing.chart();
const text = (value: unknown) => checkedValue(chart, 'KEY', value, 'text');

test.each([['4222', '4222'], [4222, '4222'], [0.1, '0.1'], [true, 'true'], ['', '']])('%p is rendered as %p', (value, rendered) => {
  expect(text(value)).toBe(rendered);
});

test.each([[null], [undefined], [{}], [['a']]])('%p is refused as a value', value => {
  expect(() => text(value)).toThrow('test: the value of key KEY is no string; write a string');
});

test('a credential is refused with the way out, and is not in the message', () => {
  expect(() => text('nats://user:hunter2@nats:4222')).toThrow(
    'test: the value of key KEY holds a URL with user info, which a ConfigMap shows to everybody; keep it in a Secret, import that by KnownSecret.of');
  expect(() => text('nats://user:hunter2@nats:4222')).not.toThrow('hunter2');
});

test('a NATS URL as text is refused with the endpoint to write instead', () => {
  expect(() => text('nats://nats-server:4222')).toThrow('is a NATS URL, written as text that no policy knows of; ' +
    'declare it in `endpoints`, such as endpoints: { KEY: NatsServer.of({ ... }) }');
});

test('the URL of a Service as text is refused with the endpoint to write instead', () => {
  expect(() => text('redis://petrosa-redis:6379')).toThrow('is the URL of the Service petrosa-redis, written as text that no policy knows of; ' +
    'declare it in `endpoints`, such as endpoints: { KEY: ServiceEndpoint.http({ ... }) }');
});

test('an endpoint may have any address', () => {
  expect(checkedValue(chart, 'NATS_URL', 'nats://nats-server.nats.svc.cluster.local:4222', 'endpoint'))
    .toBe('nats://nats-server.nats.svc.cluster.local:4222');
});

test('an endpoint may have no credential', () => {
  expect(() => checkedValue(chart, 'KEY', 'https://user:pw@example.com', 'endpoint')).toThrow('holds a URL with user info');
});

test('no message has the password of a URL', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z0-9]{12,20}$/), fc.constantFrom('nats', 'http', 'mysql'), (password, scheme) => {
    expect(() => text(`${scheme}://user:${password}@host:4222`)).not.toThrow(password);
    expect(() => text(`${scheme}://user:${password}@host:4222`)).toThrow('user info');
  }));
});

test.each([' a', 'a ', 'a\n', '\ta'])('white space around %j is a doubt', value => {
  expect(doubtsAbout(value)).toEqual(['begins or ends with white space, which the program gets as well']);
});

test.each(['"a"', "'a'", '"a b"'])('quotation marks around %s are a doubt', value => {
  expect(doubtsAbout(value)).toEqual(['is wrapped in quotation marks, which the program gets as well']);
});

test('a quoted line of a block scalar is doubted for both', () => {
  expect(doubtsAbout('"production"\n')).toHaveLength(2);
});

test.each(['a', '', '"', 'a "b"', '"a" and \'b\'', 'line one\nline two\n'])('%j is not doubted', value => {
  expect(doubtsAbout(value)).toEqual([]);
});

test.each(['x', '://a:b', 'a:', 'password ', ' ', '@', '"'])('a large value of %j is read in seconds, not in hours', piece => {
  const begin = performance.now();
  try { text(piece.repeat(1024 * 1024 / piece.length)); } catch { /* what is found does not matter */ }
  expect(performance.now() - begin).toBeLessThan(4000);
});
