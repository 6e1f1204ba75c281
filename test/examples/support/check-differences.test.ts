import { parse } from 'yaml';
import { checkDifferences } from './check-differences';
import { Comparison } from './compare';
import { parseExpectedDifferences } from './expected-differences';

const NONE: Comparison = { differences: [], compared: [], dropped: [], added: [] };

const replicas = (name: string) => ({ kind: 'Deployment', name, path: 'spec.replicas', real: 3, rendered: 2 });

function problems(comparison: Partial<Comparison>, list: string, realNames: { kind: string; name: string }[] = []): string[] {
  return checkDifferences({ ...NONE, ...comparison }, parseExpectedDifferences(list), ['x-F01'], realNames);
}

describe('an unlisted difference', () => {
  test('fails with its values and an entry to paste', () => {
    const [message] = problems({ differences: [replicas('a')] }, '');
    expect(message).toContain('# a: 3 -> 2');
    expect(parse(message.slice(message.indexOf('- kind')))).toMatchObject([{ kind: 'Deployment', name: 'a', field: 'spec.replicas' }]);
  });

  test('of several objects fails once', () => {
    const messages = problems({ differences: ['a', 'b', 'c', 'd'].map(replicas) }, '');
    expect(messages).toEqual([expect.stringContaining('# and 1 more')]);
  });

  test('of all objects of a kind fails with an entry for the kind', () => {
    const names = ['a', 'b'].map(name => ({ kind: 'Deployment', name }));
    const [all] = problems({ differences: ['a', 'b'].map(replicas), compared: names }, '');
    const [some] = problems({ differences: ['a', 'b'].map(replicas), compared: [...names, { kind: 'Deployment', name: 'c' }] }, '');
    expect([all, some].map(message => message.includes('name:'))).toEqual([false, true]);
  });

  test('of a dropped or added object fails with an entry to paste', () => {
    const messages = problems({ dropped: [{ kind: 'Job', namespace: 'n', name: 'a' }], added: [{ kind: 'Job', name: 'b' }] }, '');
    expect(messages).toEqual([
      expect.stringContaining('unlisted: Job n/a is dropped\n- kind: Job\n  name: a\n  object: dropped\n'),
      expect.stringContaining('unlisted: Job b is added\n- kind: Job\n  name: b\n  object: added\n'),
    ]);
  });

  test('is not explained by an entry for another kind, name or field', () => {
    const list = ['{ kind: Job, field: spec.replicas', '{ kind: Deployment, name: b, field: spec.replicas', '{ kind: Deployment, field: spec.paused'];
    const unlisted = list.map(start => problems({ differences: [replicas('a')] }, `- ${start}, deliberate: true, reason: r }`)
      .filter(message => message.startsWith('unlisted')).length);
    expect(unlisted).toEqual([1, 1, 1]);
  });

  test('of a dropped object is not explained as an added one', () => {
    const messages = problems({ dropped: [{ kind: 'Job', name: 'a' }] }, '- { kind: Job, name: a, object: added, deliberate: true, reason: r }');
    expect(messages).toEqual([expect.stringContaining('is dropped'), expect.stringContaining('stale'), expect.stringContaining('stale')]);
  });
});

describe('a listed difference', () => {
  test('passes by kind, name and field', () => {
    expect(problems({ differences: [replicas('a1'), replicas('a2')] }, '- { kind: Deployment, name: a*, field: spec.r*, finding: x-F01, reason: r }')).toEqual([]);
  });

  test('passes for every object of the kind where the entry has no name', () => {
    expect(problems({ differences: [replicas('a'), replicas('b')] }, '- { kind: Deployment, field: spec.replicas, default: true, reason: r }')).toEqual([]);
  });

  test('of an object passes', () => {
    expect(problems({ added: [{ kind: 'Job', name: 'a' }] }, '- { kind: Job, object: added, default: true, reason: r }')).toEqual([]);
  });
});

describe('a stale entry', () => {
  test.each([
    ['kind', '{ kind: [Deployment, Job], name: a, field: spec.replicas'],
    ['name', '{ kind: Deployment, name: [a, b], field: spec.replicas'],
    ['field', '{ kind: Deployment, name: a, field: [spec.replicas, spec.paused]'],
  ])('is one of which a %s matches nothing', (part, start) => {
    expect(problems({ differences: [replicas('a')] }, `- ${start}, finding: x-F01, reason: why }`)).toEqual([expect.stringContaining(`stale: ${part}`)]);
  });

  test('is a rename of an object that nobody has', () => {
    expect(problems({}, '- { kind: Job, name: a, renamed: b, finding: x-F01, reason: r }')).toEqual(['stale: no real Job is named a, which the list renames']);
  });

  test('is a rename to an object that is not rendered', () => {
    const messages = problems(
      { dropped: [{ kind: 'Job', name: 'b' }] }, '- { kind: Job, name: a, renamed: b, finding: x-F01, reason: r }', [{ kind: 'Job', name: 'a' }],
    );
    expect(messages).toContain('stale: no rendered Job is named b, as which the list renames a');
  });
});

describe('a finding', () => {
  test('that no findings.json has fails', () => {
    const list = '- { kind: Deployment, field: spec.replicas, finding: [x-F01, x-F99], reason: r }\n- { kept: x-F98, reason: r }';
    expect(problems({ differences: [replicas('a')] }, list)).toEqual([
      'unknown finding x-F99: no findings.json has it', 'unknown finding x-F98: no findings.json has it',
    ]);
  });
});
