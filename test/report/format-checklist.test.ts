import { formatChecklistJson, formatChecklistMarkdown, formatChecklistText } from '../../src/report';
import { ChecklistItem } from '../../src/verify';
import { configMap, madeUpRule, verifyText } from '../support/made-up-rules';

const { findings } = verifyText(configMap('a'), [madeUpRule()]);
const items: ChecklistItem[] = [
  { number: 1, title: 'names | addresses', status: 'failed', findings },
  { number: 2, title: 'ConfigMaps', status: 'passed', findings: [] },
  { number: 4, title: 'tested', status: 'undecidable', reason: 'no Job checks it', findings: [] },
];
const report = { items, base: '/repo' };

test('the text has an item a line, below it what fails it, and how many there are of each', () => {
  expect(formatChecklistText(report)).toBe(`\
✗ 1. names | addresses
    apps.yaml:4:9 URL901 a is bad
✓ 2. ConfigMaps
? 4. tested
    not decidable: no Job checks it
1 passed, 1 failed, 1 not decidable
`);
});

test('the reason of an item that failed is none for not deciding it', () => {
  const item: ChecklistItem = { number: 3, title: 'policies', status: 'failed', reason: 'no policy admits it', findings: [] };
  expect(formatChecklistText({ items: [item], base: '/repo' })).toBe('✗ 3. policies\n    no policy admits it\n0 passed, 1 failed, 0 not decidable\n');
});

test('the table has a row an item, in which a title cannot add a cell', () => {
  expect(formatChecklistMarkdown(report).split('\n')[2]).toBe('| 1 | names &#124; addresses | ✗ failed | apps.yaml:4 URL901 a is bad |');
});

test('the JSON has the findings of each item', () => {
  const parsed = JSON.parse(formatChecklistJson(report)) as { version: number; items: { number: number; status: string; findings: object[] }[] };
  expect([parsed.version, parsed.items.map(({ number, status, findings: own }) => [number, status, own.length])])
    .toEqual([1, [[1, 'failed', 1], [2, 'passed', 0], [4, 'undecidable', 0]]]);
});
