import { formatRules } from '../../src/report';
import { madeUpRule } from '../support/made-up-rules';

test('rules stand in tables by group, each with a link to its page', () => {
  const page = formatRules([madeUpRule({ title: 'a | b' }), madeUpRule({ code: 'CFG901', severity: 'advice' })]);
  expect(page.split('\n').filter(line => /^## |^\| \[/.test(line))).toEqual([
    '## Addresses', '| [URL901](URL901.md) | error | a &#124; b |', '## Configuration', '| [CFG901](CFG901.md) | advice | An object is bad |',
  ]);
});
