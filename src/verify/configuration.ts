import { ConfigurationProblem } from './configuration-problem';
import { NAMESPACE_NAME, ZONE_NAME } from './name-form';
import { ConfigurationReader } from './private/configuration-reader';
import { SEVERITIES, Severity } from './severity';
import { DEFAULT_OPTIONS, DependencyName, SubjectName, SuppressionEntry, VerifyOptions } from './verify-options';
import { readText } from '../manifest';

/** The name under which the configuration file is looked for. */
export const CONFIGURATION_FILE = 'petrosa-nats.yaml';

/** What a configuration file says. */
export interface Configuration {
  /** What it sets; the rest is left to the defaults. */
  readonly options: Partial<VerifyOptions>;

  /** Namespace of objects that name none. */
  readonly namespace?: string;

  /** Paths of files that tell what the cluster holds, relative to the configuration file. */
  readonly clusterState: readonly string[];
  readonly closedWorld: boolean;

  /** What is wrong with the file. */
  readonly problems: readonly ConfigurationProblem[];
}

const KEYS = [
  'zone', 'namespace', 'clusterState', 'closedWorld', 'defaultDeny', 'severities', 'suppressions', 'dependencies', 'subjectNames', 'placeholders',
];

/** Reads a configuration file. Pure: the paths in it are not looked at. */
export function readConfiguration(file: string, text: string, codes: readonly string[]): Configuration {
  const { documents, problems } = readText(file, text);
  const reader = new ConfigurationReader(documents[0], problems);
  reader.keys([], KEYS);
  if (documents.length > 1) reader.refuse([], 'the file has more than one document', 'keep one');
  const zone = reader.name(['zone'], ZONE_NAME);
  const defaultDeny = reader.names(['defaultDeny'], NAMESPACE_NAME);
  return {
    options: {
      ...(zone === undefined ? {} : { zone }),
      defaultDeny,
      severities: readSeverities(reader, codes),
      suppressions: readSuppressions(reader, codes),
      dependencies: [...readDependencies(reader), ...DEFAULT_OPTIONS.dependencies],
      subjectNames: [...readSubjectNames(reader), ...DEFAULT_OPTIONS.subjectNames],
      placeholders: [...readPlaceholders(reader), ...DEFAULT_OPTIONS.placeholders],
    },
    namespace: reader.name(['namespace'], NAMESPACE_NAME),
    clusterState: reader.texts(['clusterState']),
    closedWorld: reader.flag(['closedWorld']),
    problems: reader.problems,
  };
}

function readSeverities(reader: ConfigurationReader, codes: readonly string[]): Record<string, Severity | 'off'> {
  const severities: Record<string, Severity | 'off'> = Object.create(null);
  for (const code of reader.keys(['severities'], codes)) {
    const severity = reader.choice(['severities', code], [...SEVERITIES, 'off']);
    if (severity) severities[code] = severity;
  }
  return severities;
}

function readSuppressions(reader: ConfigurationReader, codes: readonly string[]): SuppressionEntry[] {
  return reader.entries(['suppressions'], ['code', 'object', 'reason']).flatMap((path) => {
    const code = reader.choice([...path, 'code'], codes, 'required');
    const object = reader.text([...path, 'object']);
    const reason = reader.text([...path, 'reason'], 'required');
    if (reason?.trim() === '') reader.refuse([...path, 'reason'], 'the suppression gives no reason', 'write why the rule does not hold there');
    return code === undefined || reason === undefined ? [] : [{ code, object, reason, position: reader.position(path) }];
  });
}

function readDependencies(reader: ConfigurationReader): DependencyName[] {
  return reader.entries(['dependencies'], ['pattern', 'what', 'port']).flatMap((path) => {
    const pattern = reader.text([...path, 'pattern'], 'required');
    const what = reader.text([...path, 'what'], 'required');
    const port = reader.port([...path, 'port']);
    return pattern === undefined || what === undefined || port === undefined ? [] : [{ pattern, what, port }];
  });
}

function readSubjectNames(reader: ConfigurationReader): SubjectName[] {
  return reader.entries(['subjectNames'], ['pattern', 'role']).flatMap((path) => {
    const pattern = reader.text([...path, 'pattern'], 'required');
    const role = reader.choice([...path, 'role'], ['publish', 'subscribe'], 'required');
    return pattern === undefined || role === undefined ? [] : [{ pattern, role }];
  });
}

function readPlaceholders(reader: ConfigurationReader): RegExp[] {
  return reader.texts(['placeholders']).flatMap((text, i) => {
    try {
      return [new RegExp(text)];
    } catch (error) {
      reader.refuse(['placeholders', i], `the placeholder is no regular expression: ${(error as Error).message}`, 'correct it, or escape its special characters');
      return [];
    }
  });
}
