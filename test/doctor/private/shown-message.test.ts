import { shownMessage } from '../../../src/doctor/private/shown-message';

const HIDDEN = '(not shown, it may hold a credential)';
const JWT = 'eyJhbGciOiJlZDI1NTE5In0.eyJzdWIiOiJtaWEifQ.c2lnbmF0dXJl';

test.each([
  ['nats connecting with --user mia --pass hunter2 failed', `nats connecting with --user mia --pass ${HIDDEN} failed`],
  ['cannot start: --pass "hunter 2" --name x', `cannot start: --pass ${HIDDEN} --name x`],
  ['the token is not-so-secret', `the token is ${HIDDEN}`],
  ['nats token hunter2 refused', `nats token ${HIDDEN} refused`],
  ['nats auth_token=hunter2, refused', `nats auth_token=${HIDDEN}, refused`],
  ['{"auth_token": "hunter2"}', `{"auth_token": ${HIDDEN}}`],
  ['password hunter2 of mia', `password ${HIDDEN} of mia`],
  ['Authorization Bearer hunter2', `Authorization Bearer ${HIDDEN}`],
  [`login with ${JWT} failed`, `login with ${HIDDEN} failed`],
])('what follows the name of a credential is left out of %j', (text, shown) => {
  expect(shownMessage(text)).toBe(shown);
});

test.each([
  'waiting for NATS at broker:4222: the token is not valid',
  'error: password file is missing',
  'couldn\'t find key token in Secret shop/ticker-nats',
  'secret "ticker-nats" not found',
  'first pass failed',
  'unexpected token, expected }',
  'the password has expired',
  'bearer token required',
])('%j is shown as it is', (text) => {
  expect(shownMessage(text)).toBe(text);
});

test.each(['nats://mia:hunter2@broker refused', `seed SU${'A2B3C4D5'.repeat(7)} refused`])('%j is not shown', (text) => {
  expect(shownMessage(text)).toBe(HIDDEN);
});

test('white space counts as one space, and a long message is cut', () => {
  expect(shownMessage(` a\n\tb ${'x'.repeat(200)}`)).toBe(`a b ${'x'.repeat(156)}`);
});

test('a credential at the end of what is shown is left out before the cut', () => {
  expect(shownMessage(`${'x'.repeat(150)} --pass hunter2`)).not.toContain('hun');
});
