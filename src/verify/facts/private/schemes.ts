/** What the servers of a scheme are. */
export interface SchemeFacts {
  /** For a message. */
  readonly what: string;

  /** The port where none is written. */
  readonly port: number;
}

const SCHEMES: ReadonlyMap<string, SchemeFacts> = new Map([
  ['nats', { what: 'NATS', port: 4222 }],
  ['http', { what: 'HTTP', port: 80 }],
  ['https', { what: 'HTTPS', port: 443 }],
  ['ws', { what: 'WebSocket', port: 80 }],
  ['wss', { what: 'WebSocket', port: 443 }],
  ['mysql', { what: 'MySQL', port: 3306 }],
  ['mariadb', { what: 'MariaDB', port: 3306 }],
  ['mongodb', { what: 'MongoDB', port: 27017 }],
  ['redis', { what: 'Redis', port: 6379 }],
  ['rediss', { what: 'Redis', port: 6379 }],
  ['postgres', { what: 'PostgreSQL', port: 5432 }],
  ['postgresql', { what: 'PostgreSQL', port: 5432 }],
  ['amqp', { what: 'AMQP', port: 5672 }],
  ['amqps', { what: 'AMQP', port: 5671 }],
  ['kafka', { what: 'Kafka', port: 9092 }],
  ['mqtt', { what: 'MQTT', port: 1883 }],
  ['mqtts', { what: 'MQTT', port: 8883 }],
  ['otlp', { what: 'OTLP', port: 4317 }],
  ['clickhouse', { what: 'ClickHouse', port: 9000 }],
  ['memcached', { what: 'Memcached', port: 11211 }],
  ['smtp', { what: 'SMTP', port: 25 }],
  ['ldap', { what: 'LDAP', port: 389 }],
  ['ldaps', { what: 'LDAP', port: 636 }],
]);

/** Schemes of a network address that have no port of their own. */
const WITHOUT_PORT: ReadonlySet<string> = new Set(['tcp', 'tls', 'ssl', 'udp', 'grpc', 'grpcs', 'nats-leaf']);

/** The scheme without its driver: `mysql` for `mysql+pymysql`. */
export function baseScheme(scheme: string): string {
  return scheme.split('+')[0];
}

export function schemeFacts(scheme: string): SchemeFacts | undefined {
  return SCHEMES.get(baseScheme(scheme));
}

/** Whether what stands behind the scheme is a host of the network; `s3`, `file`, `unix` and `oci` are none. */
export function namesHost(scheme: string): boolean {
  return schemeFacts(scheme) !== undefined || WITHOUT_PORT.has(scheme) || /^nats/.test(scheme);
}

/** The scheme that the name of a variable speaks of: `mysql` for `MYSQL_HOST`. */
export function schemeOfName(name: string): string | undefined {
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  if (words.includes('otlp') || words.includes('otel')) return 'otlp';
  if (words.includes('mongo')) return 'mongodb';
  if (words.some(word => ['pg', 'postgres', 'postgresql'].includes(word))) return 'postgres';
  return words.find(word => SCHEMES.has(word) && !['http', 'https', 'ws', 'wss'].includes(word));
}

/** The scheme whose default port this is. */
export function schemeOfPort(port: number): string | undefined {
  if (port === 4318) return 'otlp';
  return [...SCHEMES].find(([scheme, facts]) => facts.port === port && !['ws', 'wss', 'mariadb', 'rediss'].includes(scheme))?.[0];
}
