import { shown } from '../../../src/address/private/shown';

test('a short text is quoted', () => expect(shown('nats srv')).toBe("'nats srv'"));
test('the empty text is quoted', () => expect(shown('')).toBe("''"));
test('what is no text is named', () => expect(shown(undefined)).toBe('undefined'));
test.each(['nats://u:pw@host', 'https://host/?key=pw', 'password=pw', 'host#pw', 'a\nb', 'x'.repeat(101)])('%j is not quoted', text => {
  expect(shown(text)).toBe('(not shown, it may hold a credential)');
});
