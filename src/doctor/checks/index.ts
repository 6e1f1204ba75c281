import { closedConnections } from './closed-connections';
import { podEvents } from './pod-events';
import { podsCurrent } from './pods-current';
import { podsRun } from './pods-run';
import { policyDns } from './policy-dns';
import { policyEgress } from './policy-egress';
import { policyIngress } from './policy-ingress';
import { probeDns } from './probe-dns';
import { probeHandshake } from './probe-handshake';
import { serverConnections } from './server-connections';
import { serverLog } from './server-log';
import { serverPods } from './server-pods';
import { serviceEndpoints } from './service-endpoints';
import { serviceExists } from './service-exists';
import { servicePort } from './service-port';
import { slowConsumers } from './slow-consumers';
import { urlForm } from './url-form';
import { urlKnown } from './url-known';
import { workloadLog } from './workload-log';
import { Check } from '../check';

/** All checks, in the order in which they are told; each stands behind those that it needs. */
export const CHECKS: readonly Check[] = [
  podsRun,
  urlKnown,
  urlForm,
  podsCurrent,
  serviceExists,
  servicePort,
  serviceEndpoints,
  serverPods,
  policyDns,
  policyEgress,
  policyIngress,
  probeDns,
  probeHandshake,
  slowConsumers,
  serverConnections,
  closedConnections,
  workloadLog,
  serverLog,
  podEvents,
];
