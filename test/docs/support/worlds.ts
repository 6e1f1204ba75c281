import { World } from '../../doctor/support/fake-kubectl';
import { broker, brokerPod, configMap, healthyBut, healthyWithout, policy, slice } from '../../doctor/support/objects';

const POD = 'ticker-5d9c-x7k2p';
const SHORT = 'nats://broker:4222';
const FULL = 'nats://broker.messaging.svc.cluster.local:4222';

const WITHOUT_DNS = {
  podSelector: { matchLabels: { app: 'ticker' } },
  policyTypes: ['Egress'],
  egress: [{ to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'messaging' } } }], ports: [{ port: 4222 }] }],
};

const OUT_OF_MEMORY = {
  name: 'nats', ready: false, restartCount: 7, state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
};

const configured = (objects: World['objects'], url = FULL): World => ({ objects, environments: { [POD]: url } });

const shortName: World = { ...configured(healthyBut(configMap({ NATS_URL: SHORT })), SHORT), logs: { [POD]: 'Failed to connect to NATS\n' } };

/** The clusters that the pages examine, in the order in which they show what doctor prints. */
export const WORLDS: ReadonlyMap<string, readonly World[]> = new Map([
  ['docs/doctor.md', [shortName, shortName]],
  ['docs/troubleshooting.md', [
    configured(healthyWithout('Service broker')),
    configured(healthyBut(broker({ selector: { app: 'nats' } }), slice())),
    configured([...healthyBut(), policy('ticker', 'shop', WITHOUT_DNS)]),
    configured(healthyBut(), 'nats://10.8.0.17:4222'),
    configured(healthyBut(brokerPod({ containerStatuses: [OUT_OF_MEMORY] }))),
  ]],
]);
