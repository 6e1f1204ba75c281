/** The last part of an image, without tag and digest: `nats` for `docker.io/library/nats:2.10`. */
export function imageName(image: string): string {
  return image.replace(/@.*$/, '').split('/').at(-1)!.replace(/:.*$/, '');
}

/** Whether an image is a NATS server or a tool of its own, which is configured by its command. */
export function isNatsServer(image: string | undefined): boolean {
  return image !== undefined && /^(?:nats|nats-server|nats-streaming|nats-box|nats-server-config-reloader|prometheus-nats-exporter|nats-surveyor|jetstream)$/.test(imageName(image));
}
