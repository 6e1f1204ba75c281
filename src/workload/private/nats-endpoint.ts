import { IEndpoint } from '../../address/endpoint';

/** Whether an endpoint is a NATS server: those are described by their URL. */
export function isNatsServer({ description }: IEndpoint): boolean {
  return /^(nats|tls|wss?):\/\//.test(description);
}

/** Whether a NATS server is reached by WebSocket, which the scripts that speak to it do not know. */
export function isOverWebSocket({ description }: IEndpoint): boolean {
  return /^wss?:\/\//.test(description);
}
