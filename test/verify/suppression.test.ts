import { RULES } from '../../src/verify';
import { configMap, madeUpRule, verifyText } from '../support/made-up-rules';

const LINT = RULES.filter(({ code }) => code.startsWith('LINT'));
const ANNOTATION = 'petrosa-nats/ignore.URL901';
const here = { file: 'petrosa-nats.yaml', line: 3, column: 5, endLine: 5, endColumn: 1 };

/** Codes of what is found and of what is suppressed in two ConfigMaps, `a` with an annotation. */
function weigh(annotations: Record<string, string>, suppressions: { code: string; object?: string; reason: string }[] = []) {
  const text = `${configMap('a', annotations)}---\n${configMap('b')}`;
  const entries = suppressions.map(entry => ({ ...entry, position: here }));
  const { findings, suppressed } = verifyText(text, [madeUpRule(), ...LINT], { suppressions: entries });
  const name = ({ code, object, position }: typeof findings[number]): string => `${code} ${object?.name ?? `${position.file}:${position.line}`}`;
  return { findings: findings.map(name), suppressed: suppressed.map(name) };
}

test('an annotation leaves out the findings of its rule about its object alone', () => {
  expect(weigh({ [ANNOTATION]: 'known' })).toEqual({ findings: ['URL901 b'], suppressed: ['URL901 a'] });
});

test('an entry of the options leaves out findings about the objects that its pattern matches', () => {
  expect(weigh({}, [{ code: 'URL901', object: 'apps/*/b', reason: 'known' }])).toEqual({ findings: ['URL901 a'], suppressed: ['URL901 b'] });
});

test('an entry without a pattern leaves out all findings of its rule', () => {
  expect(weigh({}, [{ code: 'URL901', reason: 'known' }])).toEqual({ findings: [], suppressed: ['URL901 a', 'URL901 b'] });
});

test('a pattern does not match a part of an object', () => {
  expect(weigh({}, [{ code: 'URL901', object: 'ConfigMap/a', reason: 'known' }]).suppressed).toEqual([]);
});

test('a suppressed finding tells how and why', () => {
  const { suppressed } = verifyText(configMap('a', { [ANNOTATION]: ' the laboratory ' }), [madeUpRule()]);
  expect(suppressed.map(({ suppression }) => suppression)).toEqual([{ by: 'annotation', reason: 'the laboratory' }]);
});

test('a suppression without a reason has no effect and is reported once', () => {
  expect(weigh({ [ANNOTATION]: '' })).toEqual({ findings: ['URL901 a', 'LINT902 a', 'URL901 b'], suppressed: [] });
});

test('an unused entry of the options is reported where it is written', () => {
  expect(weigh({}, [{ code: 'LINT902', object: 'apps/ConfigMap/a', reason: 'known' }]).findings).toContain('LINT901 petrosa-nats.yaml:3');
});

test('an unused entry that matches no object of the run is advice only', () => {
  const suppressions = [{ code: 'URL901', object: 'apps/ConfigMap/gone', reason: 'known', position: here }];
  const found = verifyText(configMap('a'), [madeUpRule(), ...LINT], { suppressions }).findings.filter(({ code }) => code === 'LINT901');
  expect(found.map(({ severity }) => severity)).toEqual(['advice']);
});

test.each(['apps/configmap/a', 'APPS/*/a'])('an unused entry for %s, which differs by case, comes with the object', (object) => {
  const suppressions = [{ code: 'URL901', object, reason: 'known', position: here }];
  const found = verifyText(configMap('a'), [madeUpRule(), ...LINT], { suppressions }).findings.filter(({ code }) => code === 'LINT901');
  expect(found.map(({ fix }) => fix)).toEqual(['mind upper and lower case: did you mean apps/ConfigMap/a?']);
});

test('where two suppressions cover a finding, neither is unused', () => {
  expect(weigh({ [ANNOTATION]: 'known' }, [{ code: 'URL901', object: 'apps/ConfigMap/a', reason: 'known' }]).findings).toEqual(['URL901 b']);
});

test('findings of the rules about suppressions can be suppressed', () => {
  expect(weigh({ 'petrosa-nats/ignore.LINT903': 'another tool reads it', 'petrosa-nats/ignore.URL000': 'x' }).suppressed).toEqual(['LINT903 a']);
});

test('an unknown code comes with the nearest one', () => {
  const [found] = verifyText(configMap('a', { 'petrosa-nats/ignore.URL90l': 'known' }), [madeUpRule(), ...LINT]).findings.filter(({ code }) => code === 'LINT903');
  expect(found.fix).toBe('correct the code: did you mean URL901?');
});

test('entries that come from no file are reported as options', () => {
  const { findings } = verifyText(configMap('a'), [...LINT], { suppressions: [{ code: 'URL000', reason: 'known' }] });
  expect(findings.map(({ code, position }) => `${code} ${position.file}`)).toEqual(['LINT903 options']);
});
