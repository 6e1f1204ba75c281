/** Settings that belong together: a program that takes one of them needs the others too. */
export interface SettingGroup {
  /** What they are for, as a message says it. */
  readonly what: string;

  /** The keys of the group. */
  readonly keys: RegExp;

  /** Keys of the group that a program can do without, or that are another program's. */
  readonly optional: RegExp;

  /** A key that makes all others of the group superfluous. */
  readonly instead?: RegExp;

  /** Whether the keys may come from any object of the namespace; else from those that the program reads anyway. */
  readonly anywhere: boolean;

  /** Whether a literal counts as taken where a shared ConfigMap offers its key. */
  readonly literals: boolean;

  /** The part of the offered keys that a program must take for the rest to be missing. */
  readonly least: number;
}

const DATABASES = ['MYSQL', 'MARIADB', 'POSTGRES', 'MONGO', 'MONGODB', 'REDIS', 'DB', 'DATABASE'];

/** The groups that a missing member breaks. */
const GROUPS: readonly SettingGroup[] = [
  {
    what: 'NATS',
    keys: /^NATS_/,
    optional: /TOPIC|STREAM|CONSUMER|QUEUE|GROUP|DURABLE|CLIENT|TIMEOUT|RECONNECT|MONITOR|HTTP|IMAGE|VERSION|_NAME$|_PORT$|_HOST$/,
    anywhere: false,
    literals: true,
    least: 0,
  },
  {
    what: 'OpenTelemetry exporter',
    keys: /^OTEL_.*EXPORTER/,
    optional: /^OTEL_(?:TRACES|METRICS|LOGS)_EXPORTER$|_OTLP_(?:TRACES|METRICS|LOGS)_|TIMEOUT|COMPRESSION|PROMETHEUS|CERTIFICATE|INSECURE/,
    anywhere: true,
    literals: false,
    least: 0,
  },
  ...DATABASES.map(prefix => ({
    what: `${prefix}_`,
    keys: new RegExp(`^${prefix}_`),
    optional: /ROOT|ADMIN|INITDB|REPLICA|TIMEOUT|POOL|SSL|TLS|URL$|URI$|DSN$|CONNECTION|_VERSION$|_IMAGE$|BACKUP/,
    instead: /URL$|URI$|DSN$|CONNECTION_?STRING$/,
    anywhere: false,
    literals: false,
    least: 0.5,
  })),
];

const BY_PREFIX = new Map(GROUPS.map(group => [prefixOf(group.keys.source.slice(1)), group]));

/** The group that a key belongs to. */
export function groupOf(key: string): SettingGroup | undefined {
  const group = BY_PREFIX.get(prefixOf(key));
  return group?.keys.test(key) ? group : undefined;
}

function prefixOf(key: string): string {
  return key.slice(0, key.indexOf('_') + 1);
}

/** Names that stand for the same need get one text: a program that is told its subjects, or one prefix of several environments, needs no further prefix. */
export function needOf(name: string): string {
  return /^NATS_.*(?:SUBJECT|TOPIC)/.test(name) ? 'NATS_SUBJECT' : name;
}
