import { IEndpoint } from '../../address/endpoint';

/** Whether an endpoint is a NATS server: those are described by their URL. */
export function isNatsServer({ description }: IEndpoint): boolean {
  return /^(nats|tls|wss?):\/\//.test(description);
}
