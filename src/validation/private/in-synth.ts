import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { readSettings } from './settings';
import { ManifestSet, SourceDocument } from '../../manifest';
import { Finding, isAtLeast, Severity, verify } from '../../verify';
import { PetrosaValidationOptions } from '../petrosa-validation-options';

/** A finding about what a construct renders. */
export interface ConstructFinding {
  /** Undefined for what is wrong with the app as a whole. */
  readonly construct?: IConstruct;
  readonly severity: Severity;

  /** Whether it fails the synth. */
  readonly fails: boolean;

  /** Code, message and fix in one line. */
  readonly text: string;
}

/** Checks all objects of an app as they are about to be written. */
export function lintConstructs(root: IConstruct, options: PetrosaValidationOptions): ConstructFinding[] {
  const { state, options: verifyOptions, failOn, closedWorld, namespace } = readSettings(options);
  const objects = new Map(root.node.findAll().filter(ApiObject.isApiObject).map(object => [object.node.path, object]));
  const files = [...objects].map(([path, object]) => SourceDocument.ofValue(path, object.toJson()));
  const { findings, failures } = verify(new ManifestSet({ files, state, closedWorld, namespace }), [], verifyOptions);
  if (failures.length > 0) throw failures[0].error;
  return findings.map((finding: Finding) => ({
    construct: objects.get(finding.position.file),
    severity: finding.severity,
    fails: isAtLeast(finding.severity, failOn),
    text: `${finding.code} ${finding.path ? `${finding.path}: ` : ''}${finding.message}; ${finding.fix}`,
  }));
}
