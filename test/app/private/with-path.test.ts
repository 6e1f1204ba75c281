import { Testing } from 'cdk8s';
import { withPath } from '../../../src/app/private/with-path';

test('the error of a value gets the path of the construct', () => {
  const chart = Testing.chart();
  expect(() => withPath(chart, () => { throw new Error('no port'); })).toThrow('test: no port');
});

test('the error of the value is the cause', () => {
  const cause = new Error('no port');
  expect(() => withPath(Testing.chart(), () => { throw cause; })).toThrow(expect.objectContaining({ cause }));
});

test('a value that is made comes back', () => {
  expect(withPath(Testing.chart(), () => 1)).toBe(1);
});
