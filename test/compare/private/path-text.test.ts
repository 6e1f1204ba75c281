import { childPath, mapKey, memberKey } from '../../../src/compare/private/path-text';

describe('childPath', () => {
  test('a field is joined by a dot, a member is not', () => {
    expect(childPath(childPath(childPath('', 'spec'), 'ports'), '[80/TCP]')).toBe('spec.ports[80/TCP]');
  });
});

describe('mapKey', () => {
  test('a key with a slash stands in brackets', () => {
    expect(['app', 'prometheus.io/port'].map(mapKey)).toEqual(['app', '[prometheus.io/port]']);
  });
});

describe('memberKey', () => {
  test('a member with brackets in its name still ends at the first closing one', () => {
    expect(memberKey('a[b]')).toBe('[a(b)]');
  });
});
