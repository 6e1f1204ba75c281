/** What a NATS URL names, as the resolver of a pod sees it. Only `FULL` needs no change. */
export enum NatsUrlClass {
  /** `nats-server.nats.svc.cluster.local`: Service, namespace and the zone of this cluster. Formats 1 and 3 of rule book §3. */
  FULL = 'full',

  /** A full name with the dot of the root at its end: one look-up, but a TLS certificate may not match. */
  FULL_TRAILING_DOT = 'full-trailing-dot',

  /** `nats-server.nats.svc`: resolves through the search list of the pod, in any zone. */
  WITHOUT_ZONE = 'without-zone',

  /** `nats-server.nats`: resolves through the search list, unless a name of the pod's own namespace comes first. Formats 2 and 4 of rule book §3. */
  NAMESPACED_SHORT = 'namespaced-short',

  /** `nats-server`: a Service of the pod's own namespace, rule book §2. */
  BARE_SHORT = 'bare-short',

  /** `nats-0.nats-headless.nats.svc.cluster.local`, with or without the zone: one pod behind a headless Service. */
  HEADLESS_POD = 'headless-pod',

  /** `nats-0.nats`: a pod of a headless Service of the pod's own namespace, else a Service of that namespace; which one, only the cluster knows. */
  AMBIGUOUS = 'ambiguous',

  /** `nats-0.nats.svc`, `nats.svc.cluster.local`: a label seems to be missing. */
  SUSPECT = 'suspect',

  /** An IPv4 or IPv6 address in its usual spelling, IPv4-mapped ones too. Rule book §1 forbids it. */
  IP = 'ip',

  /** `3232298749`, `0xC0A8C2FD`, `127.1`, `10-0-0-5.nats.pod.cluster.local`: looks like a name or number, and is an address. */
  IP_IN_DISGUISE = 'ip-in-disguise',

  /** `localhost` and names below it, 127.0.0.0/8, `::1`: the pod itself, right only with a NATS sidecar. */
  LOCALHOST = 'localhost',

  /** `0.0.0.0` or `::`: what a server listens on, nothing a client connects to. */
  BIND_ADDRESS = 'bind-address',

  /** User info that is written out; it belongs into a Secret. `hostClass` says what the rest is. */
  CREDENTIALS = 'credentials',

  /** `$(VAR)` of Kubernetes, to be resolved from earlier variables of the container before it can be classified. */
  KUBERNETES_VARIABLE = 'kubernetes-variable',

  /** `${VAR}` or `$VAR`, which Kubernetes does not expand. */
  SHELL_VARIABLE = 'shell-variable',

  /** Several URLs in one string, joined by commas; clients disagree on it. */
  LIST = 'list',

  /** Another scheme than nats, tls, ws and wss. `hostClass` says what the rest is. */
  WRONG_SCHEME = 'wrong-scheme',

  /** A host outside the cluster, which no selector of a NetworkPolicy can match. */
  EXTERNAL = 'external',

  /** `x.nats.svc.cluster.local.evil.com`: looks like a full name and is none of this cluster's zone. */
  LOOKALIKE = 'lookalike',

  /** No client or resolver can use it, or they disagree on what it means. */
  INVALID = 'invalid',
}
