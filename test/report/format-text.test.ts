import { formatText } from '../../src/report';
import { configMap, madeUpRule, reportOf } from '../support/made-up-rules';

const two = `${configMap('a')}---\n${configMap('b')}`;

test('each finding shows its line, a caret below it and the fix; the summary counts', () => {
  const advice = madeUpRule({
    code: 'CFG901',
    severity: 'advice',
    check: ({ objects: [a, b] }) => [{ at: a.at('metadata', 'namespace'), message: 'the same as b', fix: 'name another', related: [{ at: b.at('metadata', 'namespace'), message: 'b' }] }],
  });
  const error = madeUpRule({ check: ({ objects }) => [{ at: objects[1].at('metadata', 'name'), message: 'b is bad', fix: 'make it good' }] });
  expect(formatText(reportOf(two, [error, advice]))).toBe(`\
apps.yaml:5:14 advice CFG901 the same as b
  5 |   namespace: apps
    |              ^~~~
  fix: name another
  see apps.yaml:12:14 b

apps.yaml:11:9 error URL901 b is bad
  11 |   name: b
     |         ^
  fix: make it good

1 error, 0 warnings, 1 advice in 1 file, 2 objects
`);
});

test('a finding in a file whose text is not at hand has no excerpt', () => {
  expect(formatText(reportOf(configMap('a'), undefined, { sourceOf: () => undefined }))).toMatch(/^apps\.yaml:4:9 error URL901 a is bad\n {2}fix: make it good\n/);
});

test('without findings there is the summary alone', () => {
  expect(formatText(reportOf(two, []))).toBe('0 errors, 0 warnings, 0 advice in 1 file, 2 objects\n');
});

test('what is suppressed is counted', () => {
  expect(formatText(reportOf(configMap('a', { 'petrosa-nats/ignore.URL901': 'known' })))).toBe('0 errors, 0 warnings, 0 advice in 1 file, 1 object; 1 suppressed\n');
});

test('what is not checked is counted and named, each once', () => {
  const report = reportOf('');
  const place = reportOf(configMap('a')).unchecked[0]?.place;
  const unchecked = ['d', 'c', 'b', 'a', 'a'].map(what => ({ what, place }));
  expect(formatText({ ...report, unchecked })).toContain('5 references not checked: a, b, c, 1 more (');
});

test('files without manifests are named', () => {
  expect(formatText(reportOf('', [], { skipped: ['values.yaml'] }))).toContain('\n1 file without manifests: values.yaml\n');
});

test('colours are there when asked for and not else', () => {
  const report = reportOf(configMap('a'));
  expect([formatText(report, { colours: 'ansi' }).includes('\u001b[31merror\u001b[0m'), formatText(report).includes('\u001b')]).toEqual([true, false]);
});

test('a message cannot send commands to the terminal', () => {
  const rule = madeUpRule({ check: ({ objects }) => [{ at: objects[0].at(), message: 'a\u001b[2Jb\nc\u202e', fix: 'd\r' }] });
  expect(formatText(reportOf(configMap('a'), [rule]))).toContain('error URL901 a\ufffd[2Jb\ufffdc\ufffd\n');
});

test('of many related places only some are shown', () => {
  const rule = madeUpRule({
    check: ({ objects: [a] }) => [{ at: a.at(), message: 'm', fix: 'f', related: Array.from({ length: 9 }, (_, i) => ({ at: a.at(), message: `place ${i}` })) }],
  });
  expect(formatText(reportOf(configMap('a'), [rule])).split('\n').filter(line => /^ {2}(?:see|and) /.test(line)).at(-1)).toBe('  and 5 more places');
});
