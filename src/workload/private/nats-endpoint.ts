import { IEndpoint } from '../../address/endpoint';

/** Whether an endpoint is a NATS server: those are described by their URL. A host outside the cluster may speak WebSocket for something else. */
export function isNatsServer({ description, inCluster }: IEndpoint): boolean {
  return /^(nats|tls):\/\//.test(description) || (inCluster && /^wss?:\/\//.test(description));
}

/** Whether a NATS server is reached by WebSocket, which the scripts that speak to it do not know. */
export function isOverWebSocket({ description }: IEndpoint): boolean {
  return /^wss?:\/\//.test(description);
}
