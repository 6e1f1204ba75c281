import { checkedPath } from '../../../src/address/private/path';

test('no path is the empty one', () => expect(checkedPath()).toBe(''));
test.each(['/', '/api/v1', '/a%20b/~c'])('%s is a path', path => expect(checkedPath(path)).toBe(path));
test.each(['api', 'api/v1', '/a b', '/a?key=pw', '/a#b'])('%s is no path', path => {
  expect(() => checkedPath(path)).toThrow('write what follows host and port, such as /api/v1, without query or fragment');
});
test('a query is not quoted', () => expect(() => checkedPath('/a?key=pw')).toThrow('(not shown, it may hold a credential)'));
