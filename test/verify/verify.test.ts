import { RULES } from '../../src/verify';
import { configMap, madeUpRule, verifyText } from '../support/made-up-rules';

const failing = madeUpRule({
  code: 'URL902',
  check: ({ objects }) => objects.map((object) => {
    if (object.name === 'b') throw new Error('out of range');
    return { at: object.at(), message: 'seen', fix: 'none' };
  }),
});
const three = ['a', 'b', 'c'].map(name => configMap(name)).join('---\n');

test('findings come in the order of the file, whatever the order of the rules', () => {
  const other = madeUpRule({ code: 'URL900' });
  const found = verifyText(three, [madeUpRule(), other]).findings.map(({ code, position }) => `${position.line} ${code}`);
  expect(found).toEqual(['4 URL900', '4 URL901', '11 URL900', '11 URL901', '18 URL900', '18 URL901']);
});

test('a configured severity replaces that of the rule', () => {
  expect(verifyText(configMap('a'), [madeUpRule()], { severities: { URL901: 'advice' } }).findings.map(({ severity }) => severity)).toEqual(['advice']);
});

test('a rule that is off does not run', () => {
  expect(verifyText(three, [failing], { severities: { URL902: 'off' } }).failures).toEqual([]);
});

test('a rule that throws is a failure that names the object', () => {
  expect(verifyText(three, [failing]).failures).toEqual([
    { code: 'URL902', object: { kind: 'ConfigMap', namespace: 'apps', name: 'b' }, error: new Error('out of range') },
  ]);
});

test('the findings of other rules stay when one throws', () => {
  expect(verifyText(three, [failing, madeUpRule()]).findings.map(({ code }) => code)).toEqual(['URL901', 'URL901', 'URL901']);
});

test('a rule that throws without any object names none', () => {
  const always = madeUpRule({ check: () => { throw new Error('always'); } });
  expect(verifyText('', [always]).failures).toEqual([{ code: 'URL901', object: undefined, error: new Error('always') }]);
});

test('no rule of the catalogue fails without manifests', () => {
  expect(verifyText('', RULES).failures).toEqual([]);
});

test('the objects and facts of a verification can be looked at afterwards', () => {
  expect(verifyText(three, []).facts.objects.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
});
