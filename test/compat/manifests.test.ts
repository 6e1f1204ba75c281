import { judge } from './judgement';
import { broken } from './promises';
import { currentManifests, judgeManifests, releasedManifests } from './released-manifests';

const now = currentManifests();

test('what the last release named and selected in a cluster is still so, or the version says that it is not', () => {
  const { passes, text } = judgeManifests(releasedManifests(), now);
  process.stdout.write(`Names and selectors: ${text}\n`);
  expect(passes ? '' : text).toBe('');
});

test('an edited example is told', () => {
  expect(judgeManifests({ ...now, examples: { 'example-0.1.0.ts': 'other' } }, now)).toEqual({ passes: false, text: expect.stringContaining('example-0.1.0.ts was edited') });
});

test('an object that is gone is told', () => {
  const { text } = judgeManifests({ ...now, promises: new Map([['Service shop/quotes', []]]) }, now);
  expect(text).toContain('Service shop/quotes is gone');
});

test('a selector that changed is told', () => {
  const released = new Map([['Deployment shop/quotes', ['spec.selector {"matchLabels":{"app":"quotes"}}']]]);
  const changed = new Map([['Deployment shop/quotes', ['spec.selector {"matchLabels":{"app":"quote"}}']]]);
  expect(broken(released, changed)).toEqual(['Deployment shop/quotes has no longer spec.selector {"matchLabels":{"app":"quotes"}}']);
});

test('what is new breaks nothing', () => {
  const released = new Map([['ConfigMap shop/settings', ['data WINDOW']]]);
  const grown = new Map([['ConfigMap shop/settings', ['data WINDOW', 'data DEPTH']], ['ConfigMap shop/other', []]]);
  expect(broken(released, grown)).toEqual([]);
});

test.each([
  ['0.1.0', '0.1.1', false],
  ['0.1.4', '0.2.0', true],
  ['0.9.0', '0.10.0', true],
  ['0.1.0', '1.0.0', true],
  ['1.2.0', '1.3.0', false],
  ['1.2.0', '2.0.0', true],
])('that %s is broken by %s passes: %s', (released, version, passes) => {
  expect(judge(released, version, ['Service shop/quotes is gone']).passes).toBe(passes);
});

test('a break names the version that may make it', () => {
  expect(judge('0.1.4', '0.1.5', ['Service shop/quotes is gone']).text).toContain('set VERSION in .projenrc.ts to 0.2.0');
});

test.each(['latest', '0.2.0-rc.1', '0.2.0garbage'])('%s is no version of a release', (version) => {
  expect(() => judge('0.1.0', version, [])).toThrow(`${version} is no version of a release`);
});

test('a version before the released one is refused, also if it breaks nothing', () => {
  expect(judge('0.2.0', '0.1.9', [])).toEqual({ passes: false, text: expect.stringContaining('comes before 0.2.0') });
});
