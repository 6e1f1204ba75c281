import * as fc from 'fast-check';
import { SubjectPattern } from '../../../../src';
import { subjectFault } from '../../../../src/verify/rules/private/subject-fault';

test.each(['orders', 'orders.created', 'orders.*.created', 'orders.>', '>', '$JS.API.INFO', 'orders.{kind}', '{{ prefix }}.orders', '${PREFIX}..x'])('%s is fine', (text) => {
  expect(subjectFault(text)).toBeUndefined();
});

test.each([
  ['orders created', 'holds white space'],
  ['orders..created', 'has an empty token'],
  ['.orders', 'has an empty token'],
  ['orders.', 'has an empty token'],
  ['orders.>.created', 'has > before its end'],
])('the server refuses %j', (text, what) => {
  expect(subjectFault(text)).toMatchObject({ what, refused: true });
});

test.each([['orders..created', 'write orders.created'], ['a b..c', 'write a-b.c'], [' orders. >.x', 'write tokens between single dots'], ['..', 'write tokens between single dots']])('%j comes with what to write', (text, fix) => {
  expect(subjectFault(text)?.fix).toBe(fix);
});

test('a wildcard inside a token is taken literally', () => {
  expect(subjectFault('orders.eu*')).toMatchObject({ what: 'has eu*, in which NATS takes the wildcard literally', refused: false });
});

test('whatever the constructs take as a pattern is fine', () => {
  const token = fc.constantFrom('a', 'b-c', '*', '>', 'x*', '', 'd e');
  fc.assert(fc.property(fc.array(token, { minLength: 1, maxLength: 4 }), (tokens) => {
    const text = tokens.join('.');
    let taken = true;
    try {
      SubjectPattern.of(`${text}.*`);
    } catch {
      taken = false;
    }
    expect(taken).toBe(subjectFault(`${text}.*`) === undefined);
  }));
});
