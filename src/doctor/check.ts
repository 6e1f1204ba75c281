import { Client } from './client';
import { Issue } from './issue';
import { Live } from './live';
import { ProbeOptions } from './private/probe-pod';

/** Checks of one category stand together. */
export const CATEGORIES = ['configuration', 'service', 'server', 'network policies', 'from the pod', 'monitoring', 'logs', 'events'] as const;

/** One of them. */
export type Category = typeof CATEGORIES[number];

/**
 * How a check ended. Unchecked: it was to be checked, and something kept it from that. Skipped: there is nothing to check, it was not asked for, or what it
 * builds on failed.
 */
export type Status = 'ok' | 'warning' | 'failed' | 'unchecked' | 'skipped';

/** What a check found. */
export interface Outcome {
  readonly status: Status;

  /** What was seen, or why it was not looked at: a sentence without a full stop. Holds no credential. */
  readonly detail?: string;

  /** What to do. */
  readonly hint?: string;

  /** The common issue that it shows. */
  readonly issue?: Issue;

  /** Of what is unchecked: whether it stays so, however long one waits. */
  readonly lasting?: boolean;
}

/** What a check may look at. */
export interface CheckContext {
  readonly client: Client;
  readonly live: Live;
  readonly options: CheckOptions;
}

/** What checks are told beside the cluster. */
export interface CheckOptions {
  /** Without them no pod is made. */
  readonly probe?: ProbeOptions;

  /** DNS zone of the cluster. */
  readonly zone: string;

  /** The time by which ages are counted. */
  readonly now: Date;

  /** The time as it goes on, for what waits. */
  readonly clock: () => Date;
  readonly sleep: (seconds: number) => Promise<void>;
}

/** One question to the cluster. */
export interface Check {
  /** Stable; the section of docs/doctor.md that explains it. */
  readonly id: string;
  readonly category: Category;

  /** A statement that is true where the check passes. */
  readonly title: string;

  /** Checks without which it says nothing, where they fail. */
  readonly needs?: readonly string[];

  /** @throws Unavailable  where the cluster does not tell what it needs to know */
  run(context: CheckContext): Promise<Outcome>;
}

/** What passes. */
export function ok(detail?: string): Outcome {
  return { status: 'ok', detail };
}

/** What there is nothing to check about. */
export function skipped(detail: string, hint?: string): Outcome {
  return { status: 'skipped', detail, hint };
}
