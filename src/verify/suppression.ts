import { matchesName } from './facts/private/match-name';
import { SuppressionEntry, VerifyOptions } from './verify-options';
import { ManifestObject, ManifestSet, Place, Position } from '../manifest';

/** Beginning of the annotation that leaves a rule out for its object: `petrosa-nats/ignore.URL101: "the reason"`. */
export const SUPPRESSION_PREFIX = 'petrosa-nats/ignore.';

/** That findings of a rule are left out, for a reason. */
export interface Suppression {
  /** Code of the rule, as written. */
  readonly code: string;

  /** Empty where none is given. Then the suppression has no effect. */
  readonly reason: string;

  /** Whether it says this of a finding about an object; undefined stands for findings about files. */
  readonly covers: (object: ManifestObject | undefined) => boolean;

  /** The pattern of the objects that it covers, where it is written as one. */
  readonly pattern?: string;

  /** Whether it stands on an object, or beside the manifests. */
  readonly by: 'annotation' | 'config';

  /** Where it is written. */
  readonly at: Place | Position;
}

/** The suppressions of linted objects, then those of the options. */
export function findSuppressions(set: ManifestSet, options: VerifyOptions): Suppression[] {
  return [...set.objects.flatMap(ofObject), ...options.suppressions.map(ofEntry)];
}

function ofObject(object: ManifestObject): Suppression[] {
  return Object.keys(object.object('metadata', 'annotations') ?? {})
    .filter(key => key.startsWith(SUPPRESSION_PREFIX))
    .map(key => ({
      code: key.slice(SUPPRESSION_PREFIX.length),
      reason: (object.annotations[key] ?? '').trim(),
      covers: found => found === object,
      by: 'annotation',
      at: { ...object.at('metadata', 'annotations', key), part: 'key' },
    }));
}

function ofEntry({ code, object, reason, position = NOWHERE }: SuppressionEntry): Suppression {
  return {
    code,
    reason: reason.trim(),
    pattern: object,
    by: 'config',
    at: position,
    covers: found => object === undefined || (found !== undefined && matchesName(object, found.id)),
  };
}

/** Where entries stand that come from no file. */
const NOWHERE: Position = { file: 'options', line: 1, column: 1, endLine: 1, endColumn: 1 };
