import { printExpression } from '../../../src/adopt/code/print-expression';
import { covers, opensPorts, portsText, readRule, ruleExpression } from '../../../src/adopt/map/policy-rules';
import { Json } from '../../../src/manifest';

const PODS = { podSelector: { matchLabels: { app: 'orders' } } };
const read = (to: readonly Json[], ports: readonly Json[] = [{ port: 80 }], namespace: string | undefined = 'shop') => readRule({ to, ports }, 'to', namespace)?.rule;

test.each([
  ['pods of the namespace', PODS, { namespace: 'shop', podLabels: { app: 'orders' } }],
  ['a namespace by its name', { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'nats' } } }, { namespace: 'nats' }],
  ['a block', { ipBlock: { cidr: '10.0.0.0/8' } }, { cidr: '10.0.0.0/8' }],
  ['a block with parts left out', { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }, { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }],
])('%s is a peer of the library', (_, peer, expected) => {
  expect(read([peer])?.peers).toEqual([expected]);
});

test.each([
  ['a namespace by another label', { namespaceSelector: { matchLabels: { team: 'a' } } }],
  ['a namespace by an expression', { namespaceSelector: { matchExpressions: [] } }],
  ['pods by an expression', { podSelector: { matchExpressions: [] } }],
  ['a block without a range', { ipBlock: {} }],
  ['a block that leaves out a number', { ipBlock: { cidr: '10.0.0.0/8', except: [1] } }],
  ['a text', 'orders'],
])('%s is none', (_, peer) => {
  expect(read([peer])).toBeUndefined();
});

test('pods of a namespace that nobody names are no peer', () => {
  expect(readRule({ to: [PODS], ports: [{ port: 80 }] }, 'to', undefined)).toBeUndefined();
});

test.each([
  ['a name', { port: 'web' }],
  ['a range', { port: 80, endPort: 90 }],
  ['an unknown protocol', { port: 80, protocol: 'ICMP' }],
  ['a text', 'web'],
])('a port by %s is none of the library', (_, port) => {
  expect(read([PODS], [port])).toBeUndefined();
});

test.each([['no rule', 'text'], ['no ports', { to: [] }]])('%s cannot be said', (_, rule) => {
  expect(readRule(rule, 'to', 'shop')).toBeUndefined();
});

test('a rule without peers is for every address', () => {
  expect(readRule({ ports: [{ port: 80 }] }, 'to', 'shop')).toMatchObject({ everyPeer: true, rule: { peers: [{ cidr: '0.0.0.0/0' }] } });
});

test.each([
  ['all pods of the namespace', [{ podSelector: {} }], [PODS], true],
  ['other pods', [{ podSelector: { matchLabels: { app: 'rates' } } }], [PODS], false],
  ['the same block', [{ ipBlock: { cidr: '10.0.0.0/8' } }], [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], true],
  ['a block that leaves more out', [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], [{ ipBlock: { cidr: '10.0.0.0/8' } }], false],
  ['a block for pods', [{ ipBlock: { cidr: '10.0.0.0/8' } }], [PODS], false],
])('a rule for %s covers what is among it', (_, wide, narrow, expected) => {
  expect(covers([read(wide)!], read(narrow)!)).toBe(expected);
});

test('a rule of another protocol covers nothing', () => {
  expect(covers([read([PODS], [{ port: 80, protocol: 'UDP' }])!], read([PODS])!)).toBe(false);
});

test('ports are open to some peer, whoever it is', () => {
  expect(opensPorts([read([{ ipBlock: { cidr: '10.0.0.0/8' } }])!], read([PODS])!)).toBe(true);
});

test('a rule is written with all that it has', () => {
  const rule = read([{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], [{ port: 80 }, { port: 53, protocol: 'UDP' }])!;
  expect(printExpression(ruleExpression(rule), { indent: 0, column: -200, after: 0 }))
    .toBe("{ peers: [{ cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }], ports: [{ port: 80 }, { port: 53, protocol: TransportProtocol.UDP }] }");
});

test('ports are told by protocol', () => {
  expect(portsText(read([PODS], [{ port: 80 }, { port: 53, protocol: 'UDP' }, { port: 81 }])!)).toBe('TCP 80, 81, UDP 53');
});
