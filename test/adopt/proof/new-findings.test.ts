import { newFindings } from '../../../src/adopt/proof/new-findings';
import { ManifestSet, readText } from '../../../src/manifest';
import { RULES, Severity, Verification, verify } from '../../../src/verify';

const URL_IS_IP = RULES.filter(({ code }) => code === 'URL101');

/** What the rule for addresses by IP says of a ConfigMap. */
function verified(data: string, severity: Severity = 'error', annotation = ''): Verification {
  const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: feed, namespace: shop, annotations: { ${annotation} } }\ndata: { ${data} }\n`;
  return verify(new ManifestSet({ files: readText('a.yaml', text).documents }), [], { severities: { URL101: severity } }, URL_IS_IP);
}

const NATS = 'NATS_URL: "nats://10.0.0.1:4222"';
const SPARE = 'SPARE_URL: "nats://10.0.0.2:4222"';
// Without its own finding, the input would make the tests true of nothing.
test('the rule speaks of both', () => {
  expect(verified(`${NATS}, ${SPARE}`).findings).toHaveLength(2);
});

const added = (input: Verification, output: Verification): string[] => newFindings(input, output).map(({ severity, path }) => `${severity} ${path}`);

test('a finding of the input is not new', () => {
  expect(added(verified(NATS), verified(NATS))).toEqual([]);
});

test('a finding that the input suppresses is not new', () => {
  expect(added(verified(NATS, 'error', '"petrosa-nats/ignore.URL101": known'), verified(NATS))).toEqual([]);
});

test('of two findings where the input has one, the one of the other field is new', () => {
  expect(added(verified(SPARE), verified(`${NATS}, ${SPARE}`))).toEqual(['error data.NATS_URL']);
});

test('a finding that is more severe than in the input is new', () => {
  expect(added(verified(NATS, 'warning'), verified(NATS, 'error'))).toEqual(['error data.NATS_URL']);
});

test('a finding that is less severe than in the input is not', () => {
  expect(added(verified(NATS, 'error'), verified(NATS, 'warning'))).toEqual([]);
});

test('a finding in the place of another one of its object is not', () => {
  expect(added(verified(SPARE), verified(NATS))).toEqual([]);
});

test('a finding of another rule is new, whatever of its object is gone', () => {
  const [input, output] = [verified(SPARE), verified(NATS)];
  expect(newFindings(input, { ...output, findings: output.findings.map(finding => ({ ...finding, code: 'URL104' })) })).toHaveLength(1);
});

test('one finding takes the place of one that is more severe, and not of two', () => {
  const [input, output] = [verified(NATS), verified(`${NATS}, ${SPARE}`, 'warning')];
  expect(newFindings(input, output)).toHaveLength(1);
});

test('a finding of the same rule in another field is the same, so that none of another rule has to stand for it', () => {
  const verification = verified(NATS);
  const [some] = verification.findings;
  const [loud, quiet] = [{ ...some, code: 'URL901' }, { ...some, code: 'URL902', severity: 'warning' as const }];
  const [input, output] = [[loud, quiet], [{ ...quiet, path: 'data.OTHER' }, { ...loud, path: 'data.OTHER' }]].map(findings => ({ ...verification, findings }));
  expect(newFindings(input, output)).toEqual([]);
});
