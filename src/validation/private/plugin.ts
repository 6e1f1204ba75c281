import { readSettings } from './settings';
import { ManifestSet, readPaths } from '../../manifest';
import { Finding, isAtLeast, verify } from '../../verify';
import { PetrosaValidationOptions } from '../petrosa-validation-options';

/** What is used of the `ValidationContext` of cdk8s-cli, whose types jsii cannot see. */
export interface PluginContext {
  /** Paths of the written files. */
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: PluginViolation): void;
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
}

/** A violation in the form of cdk8s-cli, which knows no severity. */
export interface PluginViolation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly {
    readonly resourceName: string;
    readonly locations: readonly string[];
    readonly manifestPath: string;
  }[];
}

/** Checks the files that a synth has written, and reports to cdk8s-cli. */
export function lintSynth({ manifests, report }: PluginContext, options: PetrosaValidationOptions): void {
  const { state, options: verifyOptions, failOn, closedWorld, namespace } = readSettings(options);
  const { documents, problems } = readPaths(manifests);
  const { findings, suppressed, failures } = verify(new ManifestSet({ files: documents, state, closedWorld, namespace }), problems, verifyOptions);
  if (failures.length > 0) throw failures[0].error;
  for (const finding of findings) report.addViolation(violationOf(finding));
  const failing = findings.filter(({ severity }) => isAtLeast(severity, failOn));
  report.submit(failing.length > 0 ? 'failure' : 'success', { Findings: `${findings.length}`, Suppressed: `${suppressed.length}` });
}

function violationOf({ code, severity, message, fix, object, path, position }: Finding): PluginViolation {
  return {
    ruleName: `${code} (${severity})`,
    recommendation: message,
    fix,
    violatingResources: [{
      resourceName: object?.name ?? '',
      locations: [`line ${position.line}${path ? `: ${path}` : ''}`],
      manifestPath: position.file,
    }],
  };
}
