import { LintReport } from './lint-report';
import { Position, ReadProblem } from '../manifest';
import { Finding, FindingObject, Rule, RuleFailure, Severity, SuppressedFinding } from '../verify';
import { rulePage } from './private/doc-links';
import { relativePath } from './private/relative-path';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'note' };

/** The report as SARIF 2.1.0, which code scanning services read. */
export function formatSarif(report: LintReport): string {
  const { rules, version, findings, suppressed, failures, unread, base } = report;
  const indexes = new Map(rules.map(({ code }, index) => [code, index]));
  return JSON.stringify({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'petrosa-nats', informationUri: 'https://github.com/PetroSa2/cdk8s-petrosa', version, rules: rules.map(descriptor) } },
      columnKind: 'utf16CodeUnits',
      invocations: [{
        executionSuccessful: failures.length + unread.length === 0,
        toolExecutionNotifications: [...failures.map(ofFailure), ...unread.map(problem => ofUnread(problem, base))],
      }],
      results: [...findings, ...suppressed].map(finding => ({ ...result(finding, base), ruleIndex: indexes.get(finding.code) })),
    }],
  }, null, 2) + '\n';
}

function descriptor({ code, title, severity, why, repair }: Rule): object {
  return {
    id: code,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: repair, markdown: repair },
    helpUri: rulePage(code),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function result(finding: Finding | SuppressedFinding, base: string): object {
  const { code, severity, message, fix, position, object, path, fingerprint, related } = finding;
  return {
    ruleId: code,
    level: LEVELS[severity],
    message: { text: `${message}; ${fix}` },
    locations: [{ physicalLocation: physical(position, base), ...(object ? { logicalLocations: [logical(object)] } : {}) }],
    relatedLocations: related.map((other, id) => ({ id, message: { text: other.message }, physicalLocation: physical(other.position, base) })),
    partialFingerprints: { 'petrosaNats/v1': fingerprint },
    // All results of a run have suppressions, or none has.
    suppressions: 'suppression' in finding ? [suppression(finding)] : [],
    ...(path ? { properties: { path } } : {}),
  };
}

function suppression({ suppression: { by, reason } }: SuppressedFinding): object {
  return { kind: by === 'annotation' ? 'inSource' : 'external', status: 'accepted', justification: reason };
}

function logical({ namespace, kind, name }: FindingObject): object {
  return { name, fullyQualifiedName: `${namespace}/${kind}/${name}`, kind: 'resource' };
}

function physical({ file, line, column, endLine, endColumn }: Position, base: string): object {
  return { artifactLocation: artifact(relativePath(file, base)), region: { startLine: line, startColumn: column, endLine, endColumn } };
}

function artifact(path: string): object {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  return /^[A-Za-z]:\//.test(path) ? { uri: `file:///${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

function ofFailure({ code, error }: RuleFailure): object {
  return { level: 'error', message: { text: `rule ${code} broke down: ${error instanceof Error ? error.message : String(error)}` }, associatedRule: { id: code } };
}

function ofUnread({ message, fix, position }: ReadProblem, base: string): object {
  const location = { physicalLocation: { artifactLocation: artifact(relativePath(position.file, base)) } };
  return { level: 'error', message: { text: `${message}; ${fix}` }, locations: [location] };
}
