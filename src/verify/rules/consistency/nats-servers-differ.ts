import { NatsUrl } from '../../../address/nats-url';
import { NatsUrlClass } from '../../../address/nats-url-class';
import { Correction } from '../../correction';
import { UrlUse } from '../../facts/facts';
import { serviceTarget } from '../../facts/private/service-target';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { ServiceName } from '../../verify-options';
import { briefly } from '../private/briefly';
import { changeToName } from '../private/full-name';
import { isNatsServer } from '../private/image-name';
import { AddressFacts, correctServers, serverInstead } from '../private/server-change';

/** What names a Service for certain, so that two of them are the same or not. */
const CERTAIN: ReadonlySet<NatsUrlClass> = new Set([
  NatsUrlClass.FULL, NatsUrlClass.FULL_TRAILING_DOT, NatsUrlClass.WITHOUT_ZONE, NatsUrlClass.NAMESPACED_SHORT, NatsUrlClass.BARE_SHORT,
]);

/** Browsers reach the server through an Ingress, under another name than programs. */
const WEB_SOCKET: ReadonlySet<string> = new Set(['ws', 'wss']);

export const natsServersDiffer = rule({
  code: 'CFG241',
  checklist: 3,
  title: 'Workloads of a namespace name different NATS servers, or one server in different ways',
  severity: 'warning',
  reads: ['set', 'urls'],
  why: 'Programs that talk to each other through NATS must be at the same server. Two names in the same variable are mostly a move that was made in some places only: '
    + 'both halves are connected, and no message passes between them. One server under several names works, and is an advice: the next move will miss one of them. '
    + 'The server that most workloads get counts as the right one, and of equals the one whose Service is known.',
  repair: 'Write the same full name everywhere, best in one ConfigMap. If there are two servers on purpose, suppress the finding with the reason.',
  source: '§10',
  check: function* ({ set, urls, options }) {
    const facts = { set, urls, options };
    const hasService = ({ url, use }: Named): boolean => set.service(url.namespace ?? use.place.object.namespace, url.service!) !== undefined;
    for (const uses of byVariable(urls)) yield* differences(uses, hasService, facts);
  },
});

/** An address, and the server that it names for certain. */
interface Named {
  readonly use: UrlUse;
  readonly url: NatsUrl;

  /** `service.namespace`. */
  readonly server: string;
}

/** The addresses of each namespace that programs get under one name: `SOURCE_NATS_URL` and `TARGET_NATS_URL` are two servers on purpose. */
function byVariable(urls: readonly UrlUse[]): Iterable<Named[]> {
  const groups = new Map<string, Named[]>();
  for (const use of urls) {
    const { namespace } = use.place.object;
    const url = use.nats;
    if (!url || !CERTAIN.has(url.urlClass) || use.holder === 'field' || namespace === '' || isOwnOfServer(use) || WEB_SOCKET.has(url.scheme ?? '')) continue;
    const named = { use, url, server: `${url.service}.${url.namespace ?? namespace}` };
    const variable = `${namespace}/${use.variables[0]?.name ?? use.name}`;
    const group = groups.get(variable);
    if (group) group.push(named);
    else groups.set(variable, [named]);
  }
  return groups.values();
}

/** Whether the address is of a server for another: a route, a leaf node, a monitor. */
function isOwnOfServer({ workloads }: UrlUse): boolean {
  return workloads.length > 0 && workloads.every(({ containers }) => containers.some(({ image }) => isNatsServer(image)));
}

function* differences(uses: readonly Named[], hasService: (named: Named) => boolean, facts: AddressFacts): Iterable<Observation> {
  const weight = (named: Named): number => named.use.workloads.length + (hasService(named) ? 0.5 : 0.25);
  const usual = heaviest(uses, ({ server }) => server, weight);
  const ofUsual = uses.filter(({ server }) => server === usual);
  const spelling = heaviest(ofUsual, ({ url }) => url.host!, weight);
  const example = ofUsual.find(({ url }) => url.host === spelling)!;
  const usualService: ServiceName = { name: example.url.service!, namespace: example.url.namespace ?? example.use.place.object.namespace };
  const related = [{ at: example.use.place, message: `${example.use.name} names ${usual}` }];
  for (const { use, url, server } of uses) {
    if (server === usual && url.host === spelling) continue;
    const differs = server !== usual;
    yield {
      at: use.place,
      message: differs
        ? `${use.name} names the NATS server ${server}, while ${whoNames(ofUsual)} ${usual}`
        : `${use.name} names the NATS server ${server} as ${url.host}, while others of this namespace write ${spelling}`,
      fix: differs ? `write ${example.use.shown}, or say why there are two servers` : `write ${example.use.shown} as the others do`,
      severity: differs ? 'warning' : 'advice',
      related,
      ...(differs || example.url.hostClass === NatsUrlClass.FULL) && {
        correct: () => (differs
          ? toUsual({ use, url, server }, usualService, facts)
          : correctServers(use, url, () => changeToName(use, url, usualService, facts))),
      },
    };
  }
}

/** The server that is usual, where options name it and no Service is called as the address says. */
function toUsual({ use, url }: Named, usual: ServiceName, facts: AddressFacts): Correction {
  const { set, options: { server, zone } } = facts;
  const told = server?.name === usual.name && server.namespace === usual.namespace;
  if (told && serviceTarget(use, url.host, set, zone)?.presence !== 'present') return correctServers(use, url, () => serverInstead(use, url, facts));
  const onPurpose = 'suppress CFG241 with the reason why there are two';
  return {
    decide: told ? `write the URL of ${usual.namespace}/${usual.name} if it is meant, else ${onPurpose}: both exist`
      : `confirm the NATS server with --server ${usual.namespace}/${usual.name}, or ${onPurpose}`,
  };
}

function whoNames(uses: readonly Named[]): string {
  const holders = [...new Set(uses.map(({ use: { place: { object } } }) => `${object.kind} ${object.name}`))];
  return `${briefly(holders)} ${holders.length > 1 ? 'name' : 'names'}`;
}

/** The text with the greatest weight, the first of equals. */
function heaviest(uses: readonly Named[], textOf: (named: Named) => string, weight: (named: Named) => number): string {
  const weights = new Map<string, number>();
  for (const use of uses) weights.set(textOf(use), (weights.get(textOf(use)) ?? 0) + weight(use));
  return [...weights].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}
