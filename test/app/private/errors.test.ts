import { Testing } from 'cdk8s';
import { constructError } from '../../../src/app/private/errors';

test('an error has the path, what is wrong and what to write instead', () => {
  expect(constructError(Testing.chart(), 'this is wrong', 'write that').message).toBe('test: this is wrong; write that');
});

test('an error about the app is headed App', () => {
  expect(constructError(Testing.app(), 'this is wrong', 'write that').message).toBe('App: this is wrong; write that');
});
