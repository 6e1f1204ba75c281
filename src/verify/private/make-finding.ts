import { isCredentialName } from '../../address/private/credentials';
import { formatPath, ManifestObject, Place, Position, textOf } from '../../manifest';
import { Finding, FindingObject, Observation } from '../finding';
import { Rule } from '../rule';
import { VerifyOptions } from '../verify-options';

/** A finding that is not numbered yet: its fingerprint is made when all of its kind are known. */
export type UnnumberedFinding = Omit<Finding, 'fingerprint'>;

/** What users get of an observation. */
export function makeFinding({ code, severity }: Rule, observation: Observation, { severities }: VerifyOptions): UnnumberedFinding {
  const { at, message, fix, concerns, related = [] } = observation;
  const configured = severities[code];
  const object = objectOf(at);
  return {
    code,
    severity: configured && configured !== 'off' ? configured : observation.severity ?? severity,
    message,
    fix,
    position: positionOf(at),
    object: object && describe(object),
    path: 'object' in at ? formatPath(at.path) : '',
    ...concerns && { concerns },
    ...(observation.hidesSource || holdsCredential(at)) && { hidesSource: true },
    related: related.map(other => ({ position: positionOf(other.at), message: other.message })),
  };
}

/** The object that something is about; undefined for what is wrong with a file. */
export function objectOf(at: Place | Position): ManifestObject | undefined {
  return 'object' in at ? at.object : undefined;
}

/** The object as a finding names it. */
export function describe({ kind, name, namespace }: ManifestObject): FindingObject {
  return { kind, name, namespace };
}

function positionOf(at: Place | Position): Position {
  return 'object' in at ? at.object.position(at.path, at) : at;
}

/** Whether a place is a key or variable that is called like a credential. */
function holdsCredential(at: Place | Position): boolean {
  if (!('object' in at)) return false;
  const entry = at.path.indexOf('env') + 2;
  const name = entry > 1 ? textOf(at.object.get(...at.path.slice(0, entry), 'name')) : `${at.path.at(-1)}`;
  return isCredentialName(name ?? '');
}
