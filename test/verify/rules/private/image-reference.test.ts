import { parseImage } from '../../../../src/verify/rules/private/image-reference';

test.each([
  ['redis', { repository: 'redis' }],
  ['example/web:1.0', { repository: 'example/web', tag: '1.0' }],
  ['localhost:5000/web', { registry: 'localhost:5000', repository: 'web' }],
  ['ghcr.io/example/web:v1_A', { registry: 'ghcr.io', repository: 'example/web', tag: 'v1_A' }],
])('%s is read in its parts', (text, parts) => {
  expect(parseImage(text)).toEqual({ registry: undefined, tag: undefined, digest: undefined, ...parts });
});

test.each(['', ' web', 'Example/web', 'web:', 'web:a b', 'https://ghcr.io/web', 'a//b', 'web@sha256:12', '${{ x }}/web', '-web'])('%j is no image', (text) => {
  expect(parseImage(text)).toBeUndefined();
});
