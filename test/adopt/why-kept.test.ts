import { whyOf } from '../../src/adopt/why-kept';
import { Finding } from '../../src/verify';

const finding = (message: string): Finding => ({ code: 'CFG209', message } as Finding);

test('a finding is the reason why an object is kept as it is', () => {
  expect(whyOf(finding('a key is read by nothing'))).toBe('its construct would bring CFG209: a key is read by nothing');
});

test('a finding of another object is the reason with that', () => {
  expect(whyOf(finding('a key is read by nothing'), ' to ConfigMap shop/feed')).toBe('its construct would bring CFG209 to ConfigMap shop/feed: a key is read by nothing');
});

test('a long message is cut between two words', () => {
  const keys = Array.from({ length: 40 }, (_, i) => `KEY_${i}`).join(', ');
  expect(whyOf(finding(`keys are read by nothing: ${keys}`))).toMatch(/^its construct would bring CFG209: keys are read by nothing: (?:KEY_\d+, ){7,20}KEY_\d+ …$/);
});
