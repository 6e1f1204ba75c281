import { childPath, coversPath, isTooBroad, mapKey, memberKey } from './field-path';

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

describe('coversPath', () => {
  const path = 'spec.template.spec.containers[api].env[NATS_URL].value';

  test.each([
    'spec.template.spec.containers[api].env[NATS_URL].value', 'spec.template.spec.containers[*].env', '**.env[NATS_*]', '**.spec.containers',
  ])('%s covers the value', pattern => expect(coversPath(pattern, path)).toBe(true));

  test.each([
    'spec.template.spec.containers[cio].env', 'spec.*.env', '**.env[OTEL_*]', 'template.spec', '**.env[NATS_URL].valueFrom',
  ])('%s does not cover the value', pattern => expect(coversPath(pattern, path)).toBe(false));

  test('a key with dots in brackets is one part', () => {
    expect(coversPath('metadata.annotations[prometheus.io/*]', 'metadata.annotations[prometheus.io/port]')).toBe(true);
  });
});

describe('isTooBroad', () => {
  test('a pattern needs a word that is not the whole spec or metadata', () => {
    expect(['**', 'spec', 'metadata.**', 'data', 'spec.replicas'].map(isTooBroad)).toEqual([true, true, true, false, false]);
  });
});
