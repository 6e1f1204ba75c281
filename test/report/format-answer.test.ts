import { Answer, Link } from '../../src/reachability';
import { formatAnswer } from '../../src/report';
import { configMap, verifyText } from '../support/made-up-rules';

const [object] = verifyText(configMap('a'), []).facts.objects;
const open: Link = { kind: 'name', verdict: 'allowed', reason: 'open', text: 'it is known', fix: 'nothing' };
const blocked: Link = { kind: 'egress', verdict: 'blocked', reason: 'not-admitted', text: 'no rule admits it', fix: 'add a rule', place: object.at('metadata', 'name') };
const answer: Answer = { verdict: 'blocked', links: [open, blocked], deciding: blocked };
const heading = { workload: 'apps/api[Deployment]', endpoint: 'nats.nats:4222 TCP' };

test('each link has its sign, the responsible field and the fix; the last line is the verdict with its reason', () => {
  expect(formatAnswer(answer, heading)).toBe(`\
apps/api[Deployment] → nats.nats:4222 TCP
  ✓ name   it is known
  ✗ egress no rule admits it
           apps.yaml:4:9 (apps/ConfigMap/a)
           fix: add a rule
blocked: no rule admits it
`);
});

test('of an allowed connection the verdict is one word', () => {
  expect(formatAnswer({ verdict: 'allowed', links: [open], deciding: open }, heading).split('\n').at(-2)).toBe('allowed');
});

test('the verdict is coloured when asked for', () => {
  expect(formatAnswer(answer, heading, { colours: 'ansi' })).toContain('\u001b[31mblocked: no rule admits it\u001b[0m\n');
});
