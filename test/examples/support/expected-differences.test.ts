import { parseExpectedDifferences } from './expected-differences';

function parsing(entry: string): () => unknown {
  return () => parseExpectedDifferences(`- ${entry}`);
}

describe('parseExpectedDifferences', () => {
  test('reads each form of entry', () => {
    expect(parseExpectedDifferences(`
      - { kind: Deployment, name: a, field: spec.replicas, finding: x-F01, reason: r }
      - { kind: [Job, CronJob], field: [spec.a, spec.b], default: true, reason: r }
      - { kind: Secret, name: [a, b*], object: dropped, deliberate: true, reason: r }
      - { kind: Role, name: a, renamed: b, finding: [x-F01, x-F02], reason: r }
      - { kept: x-F03, reason: r }
    `)).toEqual({
      fields: [
        { kinds: ['Deployment'], names: ['a'], fields: ['spec.replicas'], cause: { findings: ['x-F01'] }, reason: 'r' },
        { kinds: ['Job', 'CronJob'], names: undefined, fields: ['spec.a', 'spec.b'], cause: 'default', reason: 'r' },
      ],
      objects: [{ kinds: ['Secret'], names: ['a', 'b*'], object: 'dropped', cause: 'deliberate', reason: 'r' }],
      renames: [{ kind: 'Role', name: 'a', renamed: 'b', cause: { findings: ['x-F01', 'x-F02'] }, reason: 'r' }],
      kept: [{ kept: 'x-F03', reason: 'r' }],
    });
  });

  test('an empty list is a list', () => {
    expect(parseExpectedDifferences('')).toEqual({ fields: [], objects: [], renames: [], kept: [] });
  });

  test.each([
    ['{ kind: Job, field: spec.a, default: true }', 'needs a reason'],
    ['{ kind: Job, field: spec.a, default: true, reason: " " }', 'needs a reason'],
    ['{ kind: Job, default: true, reason: r }', 'exactly one of field, object, renamed, kept'],
    ['{ kind: Job, field: spec.a, object: added, default: true, reason: r }', 'exactly one of field, object, renamed, kept'],
    ['{ field: spec.a, default: true, reason: r }', 'needs a kind'],
    ['{ kind: Job, field: spec.a, reason: r }', 'exactly one of finding, default: true, deliberate: true'],
    ['{ kind: Job, field: spec.a, finding: x, default: true, reason: r }', 'exactly one of finding, default: true, deliberate: true'],
    ['{ kind: Job, field: spec.a, default: false, reason: r }', 'default is true or absent'],
    ['{ kind: Job, name: a, field: spec.a, default: true, reason: r }', 'holds for the kind: no name'],
    ['{ kind: Job, field: "**", default: true, reason: r }', 'says too little'],
    ['{ kind: Job, name: a, object: gone, finding: x, reason: r }', 'dropped or added'],
    ['{ kind: Job, object: dropped, finding: x, reason: r }', 'names the objects'],
    ['{ kind: Job, renamed: b, finding: x, reason: r }', 'renames one object'],
    ['{ kind: Job, kept: x, reason: r }', 'kept stands alone'],
    ['{ kind: Job, fields: spec.a, default: true, reason: r }', 'knows only the keys'],
  ])('%s is refused', (entry, message) => {
    expect(parsing(entry)).toThrow(message);
  });

  test('a default of the library stands once for a kind and field', () => {
    const entry = '- { kind: Job, field: spec.a, default: true, reason: r }';
    expect(() => parseExpectedDifferences(`${entry}\n${entry}`)).toThrow('two entries with default: true for Job spec.a');
  });
});
