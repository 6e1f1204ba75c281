import { placeholderIn } from '../../../../src/verify/rules/private/placeholders';

test.each([
  ['<your-api-url>', '<your-api-url>'],
  ['<url>', '<url>'],
  ['https://<host>:8080/x', '://<host>'],
  ['see <insert name> there', '<insert name>'],
  ['CHANGE_ME', 'CHANGE_ME'],
  ['changeme', 'changeme'],
  ['replace-me-2024', 'replace-me'],
  ['your-account', 'your-account'],
  ['REPLACE_WITH_ACCOUNT', 'REPLACE_WITH_ACCOUNT'],
  ['PASTE_KEY_HERE', 'PASTE_KEY_HERE'],
  ['${{ secrets.KEY }}', '${{ secrets.KEY }}'],
  ['RELEASE_PLACEHOLDER', 'RELEASE_PLACEHOLDER'],
  [' TODO\n', 'TODO'],
  ['...key...', '...'],
])('%j holds a placeholder', (value, found) => {
  expect(placeholderIn(value)).toBe(found);
});

test.each([
  '', '<none>', '<nil>', '<b>Hello</b>', 'a < b > c', 'exchange method', 'changemelater', 'yours-truly', 'your order', 'TODO list', '${HOST}', '$(HOST)', '{{ host }}',
  'REPLACE_WITHIN', 'line\n<your-url>', 'dummy-load',
])('%j holds none', (value) => {
  expect(placeholderIn(value)).toBeUndefined();
});

// bench/patterns.ts measures how the time grows.
test.each(['a', 'a-', '<a', '://', 'ADD_', '${{', '_'])('100 kB of %j hold none', (unit) => {
  expect(placeholderIn(unit.repeat(100_000 / unit.length))).toBeUndefined();
});

test('a placeholder of 100 kB is found whole', () => {
  expect(placeholderIn('your-'.repeat(20_000))).toHaveLength(100_000);
});
