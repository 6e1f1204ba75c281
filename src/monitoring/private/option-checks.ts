import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { shown } from '../../address/private/shown';
import { constructError } from '../../app/private/errors';

/** What an option must be. */
export interface OptionRule {
  readonly holds: (value: unknown) => boolean;
  readonly instead: string;
}

/** An option with its rule; one that is not given needs none. */
export type OptionCheck = readonly [name: string, value: unknown, rule: OptionRule];

/** Whole seconds, as Prometheus takes them everywhere. */
export const WHOLE_SECONDS: OptionRule = { holds: Number.isInteger, instead: 'write whole seconds' };

/** A duration as `WHOLE_SECONDS` checks it. */
export function inSeconds(duration: Duration | undefined): number | undefined {
  return duration && duration.toMilliseconds() / 1000;
}

/** A rule for texts. */
export function textLike(pattern: RegExp, instead: string): OptionRule {
  return { holds: value => typeof value === 'string' && pattern.test(value), instead };
}

/** @throws if an option breaks its rule */
export function checkOptions(scope: Construct, checks: readonly OptionCheck[]): void {
  const failed = checks.find(([, value, rule]) => value !== undefined && !rule.holds(value));
  if (!failed) return;
  const [name, value, { instead }] = failed;
  throw constructError(scope, `${name} is ${typeof value === 'object' ? JSON.stringify(value) : shown(value)}`, instead);
}
