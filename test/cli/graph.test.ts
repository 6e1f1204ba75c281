import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { runIn } from '../support/command-line';

const guide = readFileSync(join(__dirname, '../../docs/graph.md'), 'utf8');
const block = (language: string): string => new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'ms').exec(guide)![1];
const shop = { 'shop.yaml': block('yaml') };

test('a blocked connection ends in exit code 0', async () => {
  const { code, out } = await runIn(shop, ['graph', 'shop.yaml']);
  expect([code, out.includes('✗')]).toEqual([0, true]);
});

test('--svg prints what --format svg prints', async () => {
  const [short, long] = [await runIn(shop, ['graph', 'shop.yaml', '--svg']), await runIn(shop, ['graph', 'shop.yaml', '--format', 'svg'])];
  expect([short.out.slice(0, 5), short.out === long.out]).toEqual(['<svg ', true]);
});

test('--svg beside a format is refused', async () => {
  const { code, err } = await runIn(shop, ['graph', 'shop.yaml', '--svg', '--format', 'json']);
  expect([code, err]).toEqual([2, expect.stringContaining('cannot be used with')]);
});

test('JSON lists all fields that the guide describes', async () => {
  const { nodes, edges } = JSON.parse((await runIn(shop, ['graph', 'shop.yaml', '--format', 'json'])).out) as Record<string, object[]>;
  const fields = [...nodes, ...edges].flatMap(Object.keys);
  expect([...new Set(fields)].filter(field => !guide.includes(`${field}\``))).toEqual([]);
});

test('--out takes the graph, and nothing is printed', async () => {
  let written = false;
  const { out } = await runIn(shop, ['graph', 'shop.yaml', '--out', 'shop.mmd'], {}, () => { written = existsSync('shop.mmd'); });
  expect([out, written]).toEqual(['', true]);
});

test('a file that is no YAML is named, and the rest is drawn with exit code 2', async () => {
  const { code, out, err } = await runIn({ ...shop, 'broken.yaml': 'kind: [Deployment\n' }, ['graph', '.']);
  expect([code, out.includes('orders'), err]).toEqual([2, true, expect.stringContaining('broken.yaml:')]);
});

test('a picture of too many boxes is refused with how many are possible', async () => {
  const services = Array.from({ length: 301 }, (_, i) => `apiVersion: v1\nkind: Service\nmetadata: { name: s${i}, namespace: shop }\n`).join('---\n');
  const { code, err } = await runIn({ 'many.yaml': services }, ['graph', '.', '--svg']);
  expect([code, err]).toEqual([2, expect.stringMatching(/a picture of 301 boxes .* up to 300 boxes/)]);
});
