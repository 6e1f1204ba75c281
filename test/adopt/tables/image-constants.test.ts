import { call, ChartFile, instance, literal, name, printChart, Statement } from '../../../src/adopt/code';
import { withImageConstants } from '../../../src/adopt/tables';

const EMPTY: ChartFile = { className: 'Images', id: 'images', constants: [], statements: [] };
const use = (image: string): Statement =>
  ({ kind: 'expression', value: instance(name('Use'), literal({ containers: [{ name: 'main', image }] })) });
const printed = (statements: readonly Statement[], parts: Partial<ChartFile> = {}) =>
  printChart(withImageConstants({ ...EMPTY, statements, ...parts }));
const constants = (...images: readonly string[]) => printed(images.map(use)).match(/^const .*/gm);

test('an image of two workloads is a constant', () => {
  expect(printed([use('shop/feed:1.4.2'), use('shop/feed:1.4.2')])).toMatch(/^const IMAGE = 'shop\/feed:1\.4\.2';$[^]*image: IMAGE \}[^]*image: IMAGE \}/m);
});

test('an image that occurs once stays where it is', () => {
  expect(constants('shop/feed:1.4.2', 'shop/feed:1.4.3')).toBeNull();
});

test('several images have the names of their repositories', () => {
  const [feed, tools] = ['registry.example.com:5000/shop/feed:1.4.2', 'shop/price-tools@sha256:ab'];
  expect(constants(feed, tools, feed, tools)).toEqual([`const FEED_IMAGE = '${feed}';`, `const PRICE_TOOLS_IMAGE = '${tools}';`]);
});

test('images of one repository are told apart', () => {
  expect(constants('a/feed:1', 'b/feed:1', 'a/feed:1', 'b/feed:1')).toEqual(['const FEED_IMAGE = \'a/feed:1\';', 'const FEED_IMAGE_2 = \'b/feed:1\';']);
});

test('an image in a loop is the same constant', () => {
  const loop: Statement = { kind: 'for', each: ['row'], of: name('ROWS'), body: [use('shop/feed:1')] };
  expect(printed([use('shop/feed:1'), loop])).toContain('      new Use({ containers: [{ name: \'main\', image: IMAGE }] });');
});

test('a name that is taken has a number behind it, and stands above the other constants', () => {
  const text = printed([use('shop/feed:1'), use('shop/feed:1')], { constants: [{ kind: 'const', name: 'IMAGE', value: literal('logo.png') }] });
  expect(text.match(/^const \w+/gm)).toEqual(['const IMAGE_2', 'const IMAGE']);
});

test('a field image that is no text stays', () => {
  const logo: Statement = { kind: 'expression', value: call(undefined, 'use', literal({ image: 1 })) };
  expect(printed([logo, logo])).not.toMatch(/^const/m);
});
