import { duration } from './amounts';
import { TakenFields } from './taken-fields';
import { withComments } from './with-comments';
import { FieldPath, JsonObject, listOf, objectOf, textOf } from '../../manifest';
import { call, Expression, imported, literal, object, ObjectExpression, array } from '../code';

const TIMES: readonly (readonly [field: string, prop: string])[] = [
  ['initialDelaySeconds', 'initialDelaySeconds'],
  ['periodSeconds', 'periodSeconds'],
  ['timeoutSeconds', 'timeoutSeconds'],
];

/** The ports of the container that a probe looks at. */
export interface ProbePorts {
  /** The port that a probe without one goes to. */
  readonly first?: number;
  readonly byName: ReadonlyMap<string, number>;

  /** Told of a probe whose port is written by its name; the code has its number. */
  readonly isNamed: (path: FieldPath) => void;
}

/** A probe of a container as cdk8s-plus has it; `undefined` leaves all of it to a patch. */
export function probe(fields: TakenFields, path: FieldPath, ports: ProbePorts): Expression | undefined {
  const given = fields.object.object(...path);
  if (!given) return undefined;
  const action = actionOf(given, ports);
  if (!action) return undefined;
  for (const field of action.fields) fields.take(...path, ...field);
  for (const field of action.fields.filter(one => one[1] === 'port' && typeof fields.object.get(...path, ...one) === 'string')) ports.isNamed([...path, ...field]);
  const options: Record<string, Expression | undefined> = { ...action.options };
  for (const [field, prop] of TIMES) {
    const time = duration(given[field]);
    if (time) fields.take(...path, field);
    options[prop] = time;
  }
  for (const field of ['successThreshold', 'failureThreshold']) {
    if (typeof given[field] !== 'number') continue;
    const value = fields.take(...path, field);
    options[field] = field === 'failureThreshold' && value === 3 ? undefined : literal(value!);
  }
  const { entries } = object(options);
  const written: ObjectExpression = {
    kind: 'object',
    entries: entries.map(entry => given[entry.key] === undefined ? entry : withComments(fields.object, [...path, entry.key], entry)),
  };
  return call(imported('cdk8s-plus-28', 'Probe'), action.method, ...action.args, ...written.entries.length > 0 ? [written] : []);
}

interface Action {
  readonly method: string;
  readonly args: readonly Expression[];
  readonly options: Readonly<Record<string, Expression | undefined>>;
  readonly fields: readonly FieldPath[];
}

function actionOf(given: JsonObject, { first, byName }: ProbePorts): Action | undefined {
  const http = objectOf(given.httpGet);
  const tcp = objectOf(given.tcpSocket);
  const command = objectOf(given.exec);
  const numberOf = (port: JsonObject[string]) => typeof port === 'number' ? port : byName.get(textOf(port) ?? '');
  if (http) {
    const port = numberOf(http.port);
    if (port === undefined || (http.path !== undefined && typeof http.path !== 'string')) return undefined;
    const scheme = http.scheme === 'HTTPS' ? imported('cdk8s-plus-28', 'ConnectionScheme.HTTPS') : undefined;
    const isKnown = http.scheme === undefined || http.scheme === 'HTTP' || http.scheme === 'HTTPS';
    return {
      method: 'fromHttpGet',
      args: [literal(textOf(http.path) ?? '/')],
      options: { port: port === first ? undefined : literal(port), scheme },
      fields: [['httpGet', 'path'], ['httpGet', 'port'], ...isKnown ? [['httpGet', 'scheme']] : []],
    };
  }
  if (tcp) {
    const port = numberOf(tcp.port);
    if (port === undefined) return undefined;
    return {
      method: 'fromTcpSocket',
      args: [],
      options: { port: port === first ? undefined : literal(port), host: typeof tcp.host === 'string' ? literal(tcp.host) : undefined },
      fields: [['tcpSocket', 'port'], ['tcpSocket', 'host']],
    };
  }
  if (!command || !listOf(command.command).every(word => typeof word === 'string')) return undefined;
  return { method: 'fromCommand', args: [array(listOf(command.command).map(word => literal(word)))], options: {}, fields: [['exec', 'command']] };
}
