import { listOf, ManifestObject, numberOf, objectOf, Place, Service, textOf, valueAt } from '../../../manifest';
import { placeOfRule, PolicyRule } from '../../../reachability/policy';
import { rule } from '../../rule';
import { isolatedPorts } from '../private/ingress-of-service';
import { hasEveryPeer } from '../private/rule-ports';
import { TargetPort } from '../private/target-ports';

/** Words in the selectors by which people mean an ingress controller. */
const CONTROLLER = /ingress|nginx|traefik|haproxy|contour|kong|istio|gateway|envoy|cilium|ambassador|kube-system|router/i;

export const ingressControllerNotAdmitted = rule({
  code: 'NET311',
  title: 'an Ingress leads to pods whose policies admit no ingress controller that can be told from their selectors',
  severity: 'advice',
  reads: ['objects', 'set', 'network'],
  why: 'Requests from outside come from the pods of the ingress controller, mostly in a namespace of their own. If the policies of the backend admit other namespaces only, '
    + 'the controller answers 502 or 504, while everybody inside the cluster gets through.',
  repair: 'Admit the namespace of the controller on the port of the pods, or remove the Ingress. If the controller runs in a namespace that is admitted, suppress this and say so.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/',
  *check({ objects, set, network }) {
    for (const ingress of objects.filter(({ kind, group }) => kind === 'Ingress' && group === 'networking.k8s.io')) {
      const reported = new Set<Service>();
      for (const { name, port, place } of backendsOf(ingress)) {
        const service = set.service(ingress.namespace, name);
        if (!service || reported.has(service)) continue;
        const isNamed = (one: TargetPort): boolean => port === undefined || one.port === port || service.ports[one.index]?.name === port;
        const ports = isolatedPorts(service, network).filter(isNamed);
        const rules = ports.flatMap(one => one.rules);
        if (rules.length === 0 || rules.some(mayAdmitController)) continue;
        reported.add(service);
        yield {
          at: place,
          message: `Ingress ${ingress.name} leads to Service ${name}, whose pods admit TCP ${ports[0].target} only from ${[...new Set(rules.flatMap(peersAsWritten))].join(', ')}`,
          fix: 'admit the namespace of the ingress controller as well',
          related: rules.slice(0, 3).map(one => ({ at: placeOfRule(one), message: 'admits these' })),
        };
      }
    }
  },
});

interface Backend {
  readonly name: string;
  readonly port?: number | string;
  readonly place: Place;
}

/** The Services of an Ingress, each where it is written. */
function backendsOf(ingress: ManifestObject): Backend[] {
  const paths = listOf(ingress.get('spec', 'rules')).flatMap((entry, i) =>
    listOf(valueAt(entry, ['http', 'paths'])).map((_, k) => ['spec', 'rules', i, 'http', 'paths', k, 'backend']));
  return [['spec', 'defaultBackend'], ...paths].flatMap((path) => {
    const service = objectOf(ingress.get(...path, 'service'));
    const name = textOf(service?.name);
    const port = objectOf(service?.port);
    return name === undefined ? [] : [{ name, port: numberOf(port?.number) ?? textOf(port?.name), place: ingress.at(...path) }];
  });
}

function mayAdmitController(one: PolicyRule): boolean {
  if (hasEveryPeer(one)) return true;
  return (one.peers ?? []).some(peer => peer.type === 'addresses'
    || (peer.type === 'pods' && (peer.namespaces?.everything || CONTROLLER.test(`${peer.namespaces ?? ''} ${peer.pods}`))));
}

/** The peers of a rule as a message prints them. */
function peersAsWritten({ peers = [], policy }: PolicyRule): string[] {
  return peers.flatMap((peer) => {
    if (peer.type !== 'pods') return [];
    const pods = peer.pods.everything ? '' : `pods with ${peer.pods} in `;
    return [`${pods}${peer.namespaces ? `[namespace with ${peer.namespaces}]` : policy.namespace || 'its own namespace'}`];
  });
}
