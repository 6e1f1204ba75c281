const NATS_KEY = /(?:^|[-_.])nats(?:[-_.]|$)/i;
const NATS_URL_KEY = /(?:^|[-_.])nats[-_.]?(?:server|cluster)?[-_.]?(?:url|uri|server|host|address|endpoint)s?$/i;

/** Whether a key is about NATS at all, e.g. `NATS_ENABLED`. */
export function isNatsKey(key: string): boolean {
  return NATS_KEY.test(key);
}

/** Whether a key holds the address of a NATS server, e.g. `NATS_URL`. */
export function isNatsUrlKey(key: string): boolean {
  return NATS_URL_KEY.test(key);
}
