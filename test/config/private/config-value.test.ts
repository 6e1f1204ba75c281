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

test('a file with a NATS URL is not declared as an endpoint: the program takes the address from NATS_URL', () => {
  const file = () => checkedValue(chart, 'config.yaml', 'servers:\n  - nats://nats-server:4222\n', 'text');
  expect(file).toThrow('the value of key config.yaml holds a NATS URL, written as text that no policy knows of; leave it out of the file');
  expect(file).not.toThrow('endpoints');
});

test('a line break at the end makes no file of an address', () => {
  expect(() => text('nats://nats-server:4222\n')).toThrow('the value of key KEY is a NATS URL, written as text');
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

// A regular expression that backtracks would not come to an end here.
test.each(['x', 'a:', 'password ', ' ', '@', '"'])('a megabyte of %j is taken as it is', piece => {
  const value = piece.repeat(1024 * 1024 / piece.length);
  expect(text(value)).toBe(value);
});

test('a megabyte of addresses is refused', () => {
  expect(() => text('://a:b'.repeat(1e5))).toThrow('the URL of the Service a');
});
