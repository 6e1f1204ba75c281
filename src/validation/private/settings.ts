import { nearest } from '../../address/private/nearest';
import { readPaths, SourceDocument } from '../../manifest';
import { loadConfiguration, SEVERITIES, Severity, VerifyOptions } from '../../verify';
import { FindingSeverity, PetrosaValidationOptions } from '../petrosa-validation-options';

/** The options, with what the configuration file and the state of the cluster say. */
export interface Settings {
  readonly options: Partial<VerifyOptions>;

  /** Undefined where nothing says what the cluster holds. */
  readonly state?: readonly SourceDocument[];
  readonly failOn: Severity;
  readonly closedWorld: boolean;
  readonly namespace?: string;
}

/**
 * Reads what the options name.
 * @throws if an option is wrong, as untyped callers and cdk8s.yaml may have it, if the configuration file is wrong, or the state of the cluster cannot be read
 */
export function readSettings(options: PetrosaValidationOptions): Settings {
  checkOptions(options);
  const { failOn = FindingSeverity.ERROR, clusterState = [], closedWorld, defaultDeny = [], configFile } = options;
  const configuration = loadConfiguration(configFile);
  const paths = [...configuration.clusterState, ...clusterState];
  return {
    options: { ...configuration.options, defaultDeny: [...configuration.options.defaultDeny ?? [], ...defaultDeny] },
    state: paths.length > 0 ? readState(paths) : undefined,
    failOn,
    closedWorld: closedWorld ?? configuration.closedWorld,
    namespace: configuration.namespace,
  };
}

const KINDS: Readonly<Record<keyof PetrosaValidationOptions, { readonly what: string; readonly is: (value: unknown) => boolean }>> = {
  failOn: { what: `one of ${SEVERITIES.join(', ')}`, is: value => SEVERITIES.includes(value as Severity) },
  clusterState: { what: 'a list of paths', is: isTextList },
  closedWorld: { what: 'true or false', is: value => typeof value === 'boolean' },
  defaultDeny: { what: 'a list of namespaces', is: isTextList },
  configFile: { what: 'a path', is: value => typeof value === 'string' },
};

function checkOptions(options: PetrosaValidationOptions): void {
  for (const [name, value] of Object.entries(options)) {
    if (!Object.keys(KINDS).includes(name)) throw new Error(`PetrosaValidation has no option ${name}; ${nearest(name, Object.keys(KINDS))}`);
    const { what, is } = KINDS[name as keyof PetrosaValidationOptions];
    if (value !== undefined && !is(value)) throw new Error(`the option ${name} of PetrosaValidation is ${JSON.stringify(value)}; write ${what}`);
  }
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}

function readState(paths: readonly string[]): readonly SourceDocument[] {
  const { documents, problems: [problem] } = readPaths(paths);
  if (problem) throw new Error(`${problem.position.file}:${problem.position.line}: ${problem.message}; ${problem.fix}`);
  return documents;
}
