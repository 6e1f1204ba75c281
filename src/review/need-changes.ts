import { Facts, Need } from '../verify';

/**
 * What became of a connection that a program asks for:
 * - `gained`: it comes about now
 * - `lost`: it came about, and no longer does
 * - `blocked`: it is new, and does not come about
 * - `dropped`: it came about, and nobody asks for it any more
 * - `unknown`: it is new or came about, and manifests do not tell whether it does
 */
export type NeedChangeKind = 'gained' | 'lost' | 'blocked' | 'dropped' | 'unknown';

/** A connection that a program asks for and that is no longer what it was. */
export interface NeedChange {
  readonly kind: NeedChangeKind;

  /** `namespace/name[Kind]`. */
  readonly workload: string;

  /** `NATS`, `MongoDB`, `http`. */
  readonly what: string;

  /** `nats-server.nats.svc.cluster.local:4222 TCP`. */
  readonly endpoint: string;

  /** The variable or key that asks for it. */
  readonly name: string;

  /** The link of the chain that decides, in the side that has the connection. */
  readonly link: string;

  /** What to change where it does not come about. */
  readonly fix?: string;
  readonly file: string;
  readonly line: number;
}

/** What becomes of the connections that the workloads of the files ask for. */
export function needChanges(before: Facts, after: Facts): NeedChange[] {
  const [old, current] = [needsByTarget(before), needsByTarget(after)];
  const kept = [...current].flatMap(([key, need]) => {
    const earlier = old.get(key);
    const kind = changeOf(earlier && before.answer(earlier).verdict, after.answer(need).verdict);
    return kind ? [described(kind, need, after)] : [];
  });
  const gone = [...old].filter(([key, need]) => !current.has(key) && before.answer(need).verdict === 'allowed');
  return [...kept, ...gone.map(([, need]) => described('dropped', need, before))];
}

function changeOf(before: string | undefined, after: string): NeedChangeKind | undefined {
  if (before === after) return undefined;
  if (after === 'allowed') return 'gained';
  if (after === 'unknown') return before === 'blocked' ? undefined : 'unknown';
  return before === 'allowed' || before === 'unknown' ? 'lost' : 'blocked';
}

/** One need of those that mean the same, however the name of the Service is written. */
function needsByTarget(facts: Facts): Map<string, Need> {
  const needs = new Map<string, Need>();
  for (const need of facts.needs) {
    const key = [need.workload.object.id, targetOf(need, facts), need.port, need.protocol].join('\n');
    if (!needs.has(key)) needs.set(key, need);
  }
  return needs;
}

function targetOf({ host, name, workload }: Need, { network }: Facts): string {
  if (host === undefined) return `${name} of a Secret`;
  const resolution = network.resolve(host, workload);
  return resolution.type === 'service' ? `Service ${resolution.service.namespace}/${resolution.service.name}` : host.toLowerCase();
}

function described(kind: NeedChangeKind, need: Need, facts: Facts): NeedChange {
  const { deciding: { text, fix } } = facts.answer(need);
  const { file, line } = need.place.object.position(need.place.path);
  const host = need.host === undefined ? 'a host that a Secret names' : need.host.includes(':') ? `[${need.host}]` : need.host;
  return {
    kind,
    workload: need.workload.title,
    what: need.what,
    endpoint: `${host}:${need.port} ${need.protocol}`,
    name: need.name,
    link: text,
    ...kind === 'gained' || kind === 'dropped' || fix === undefined ? {} : { fix },
    file,
    line,
  };
}
