import { formatGithub, formatJson, formatMarkdown, formatSarif, formatText } from '../../src/report';
import { RULES } from '../../src/verify';
import { madeUpRule, reportOf } from '../support/made-up-rules';
import { fixturesOf } from '../support/rule-fixtures';

/** Each credential of the fixtures begins so. */
const MARKER = /S3K/;

const FORMATS = { text: formatText, json: formatJson, sarif: formatSarif, github: formatGithub, markdown: formatMarkdown };

const marked = RULES.flatMap(({ code }) => [...fixturesOf(code, 'bad'), ...fixturesOf(code, 'ok')]).filter(({ text }) => MARKER.test(text));

test('the credentials of several rules are looked for', () => {
  expect([...new Set(marked.map(({ code }) => code))]).toEqual(expect.arrayContaining(['CFG205', 'CFG206', 'CFG210', 'CFG211', 'CFG212', 'CFG240', 'URL103', 'URL108']));
});

describe.each(Object.entries(FORMATS))('as %s', (_, format) => {
  test.each(marked.map(({ code, path, text }) => [`${code}/${path.split('/').at(-1)}`, text]))('the report of %s prints no credential', (_name, text) => {
    const lines = format(reportOf(text, RULES)).split('\n').filter(line => MARKER.test(line));
    expect(lines).toEqual([]);
  });
});

test.each([
  ['a variable', 'env: [{ name: DB_PIN_TOKEN, value: S3KRET }]', ['spec', 'containers', 0, 'env', 0, 'value']],
  ['the name of a variable', 'env: [{ name: DB_PASSWORD, value: S3KRET }]', ['spec', 'containers', 0, 'env', 0, 'name']],
])('whatever a rule says of %s that is called like a credential, its line is not quoted', (_, env, path) => {
  const text = `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n      ${env}\n`;
  const rule = madeUpRule({ check: ({ objects: [pod] }) => [{ at: pod.at(...path), message: 'bad', fix: 'make it good' }] });
  expect(formatText(reportOf(text, [rule]))).not.toMatch(MARKER);
});

test('the line of another variable is quoted', () => {
  const text = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - env:\n        - name: REGION\n          value: eu\n';
  const rule = madeUpRule({ check: ({ objects: [pod] }) => [{ at: pod.at('spec', 'containers', 0, 'env', 0, 'value'), message: 'bad', fix: 'make it good' }] });
  expect(formatText(reportOf(text, [rule]))).toContain('8 |           value: eu');
});

test('a finding of a whole object in one line with a credential does not quote it', () => {
  const text = '{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { containers: [{ name: a, env: [{ name: DB_PASSWORD, value: S3KRET }] }] } }\n';
  expect(formatText(reportOf(text))).not.toMatch(MARKER);
});

test('what YAML reads differently is not printed where the key is called like a credential', () => {
  expect(formatText(reportOf('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  NATS_TOKEN: 0777\n', RULES))).not.toMatch(/0777|511/);
});
