import { nearest } from '../../../src/address/private/nearest';

test('a misspelt name is answered with the one that is meant', () => {
  expect(nearest('NATS_ULR', ['NATS_ENABLED', 'NATS_URL'])).toBe('did you mean NATS_URL?');
});
test('upper and lower case make no distance', () => {
  expect(nearest('nats_url', ['nats_uro', 'NATS_URL'])).toBe('did you mean NATS_URL?');
});
test('of two names at one distance the first by alphabet is named', () => {
  expect(nearest('KEY_', ['KEY_B', 'KEY_A'])).toBe('did you mean KEY_A?');
});
test('the order of the list does not matter to that', () => {
  expect(nearest('KEY_', ['KEY_A', 'KEY_B'])).toBe('did you mean KEY_A?');
});
test('two letters are near in a short name', () => expect(nearest('ABCD', ['AXYD'])).toBe('did you mean AXYD?'));
test('half of a long name is near', () => expect(nearest('NATS_SERVER_URL', ['NATS_URL'])).toBe('did you mean NATS_URL?'));
test('the list is named where nothing is near', () => expect(nearest('MONGO', ['A', 'LOG_LEVEL'])).toBe('it holds A, LOG_LEVEL'));
test('an empty list is said to be empty', () => expect(nearest('X', [])).toBe('it holds none'));
