import { Severity } from './severity';
import { Position } from '../manifest';

/** A kind of dependency that a variable from a Secret stands for. */
export interface DependencyName {
  /** Matches the variable's name; `*` stands for any characters. */
  readonly pattern: string;

  /** What it is, for a message. */
  readonly what: string;
  readonly port: number;
}

/** The role of a variable that holds a subject. */
export interface SubjectName {
  /** Matches the variable's name; `*` stands for any characters. */
  readonly pattern: string;
  readonly role: 'publish' | 'subscribe';
}

/** A suppression of the config file. */
export interface SuppressionEntry {
  /** Code of the rule. */
  readonly code: string;

  /**
   * Matches `namespace/Kind/name`; `*` stands for any characters.
   * @default - all objects
   */
  readonly object?: string;
  readonly reason: string;

  /**
   * Where it is written.
   * @default - in no file
   */
  readonly position?: Position;
}

/** A Service, as an option names it. */
export interface ServiceName {
  readonly namespace: string;
  readonly name: string;
}

/** What a verification is told beside the manifests. */
export interface VerifyOptions {
  /** DNS zone of the cluster. */
  readonly zone: string;

  /**
   * The Service of the NATS server that addresses are to be corrected to.
   * @default - the only one that the manifests and the state show
   */
  readonly server?: ServiceName;

  /** Namespaces that deny by default, beside those whose policies say so. */
  readonly defaultDeny: readonly string[];

  /** Severities that replace those of the rules; `off` leaves a rule out. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly suppressions: readonly SuppressionEntry[];

  /** In the order of precedence. */
  readonly dependencies: readonly DependencyName[];
  readonly subjectNames: readonly SubjectName[];

  /** Texts that a pipeline replaces, as regular expressions. */
  readonly placeholders: readonly RegExp[];
}

/** What holds where nothing else is said. */
export const DEFAULT_OPTIONS: VerifyOptions = {
  zone: 'cluster.local',
  defaultDeny: [],
  severities: {},
  suppressions: [],
  dependencies: [
    { pattern: 'MYSQL_*', what: 'MySQL', port: 3306 },
    { pattern: 'MONGO*', what: 'MongoDB', port: 27017 },
    { pattern: 'REDIS_*', what: 'Redis', port: 6379 },
    { pattern: 'OTEL_EXPORTER_OTLP_ENDPOINT', what: 'OTLP', port: 4317 },
    { pattern: '*NATS*URL*', what: 'NATS', port: 4222 },
  ],
  subjectNames: [
    { pattern: '*PUBLISH*', role: 'publish' },
    { pattern: 'NATS_TOPIC', role: 'publish' },
    { pattern: '*CONSUMER*TOPIC', role: 'subscribe' },
    { pattern: '*SUBSCRIBE*', role: 'subscribe' },
    { pattern: '*SUBJECT*', role: 'subscribe' },
  ],
  placeholders: [/\bVERSION_PLACEHOLDER\b/, /\bIMAGE_TAG\b/, /\{\{[^}]*\}\}/],
};
