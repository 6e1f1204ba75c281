import { Manifest } from '../../support/manifests';

/** Ports on which every stand-in listens, so that only policies keep others away. */
export const LISTENING = [4317, 6379, 8000, 8080, 9090];

/** What a stand-in does instead of its program. */
const CONTAINER = {
  name: 'stand-in',
  image: 'busybox:1.36.1',
  command: ['sh', '-c', `mkdir -p /tmp/www; ${LISTENING.map(port => `httpd -p ${port} -h /tmp/www`).join('; ')}; trap exit TERM; while true; do sleep 1; done`],
  securityContext: { runAsUser: 65534, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
  resources: { requests: { cpu: '1m', memory: '4Mi' } },
  volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
};
const VOLUMES = [{ name: 'tmp', emptyDir: {} }];

/** A pod in place of a workload: its labels, the variables of its first container, its way to the DNS. */
export function standInOf({ kind, metadata, spec }: Manifest): Manifest {
  const { template } = spec.jobTemplate?.spec ?? spec;
  const { dnsPolicy, dnsConfig, containers: [{ env }] } = template.spec;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `${metadata.name}-${kind.toLowerCase()}`, namespace: metadata.namespace, labels: template.metadata.labels },
    spec: { automountServiceAccountToken: false, dnsPolicy, dnsConfig, containers: [{ ...CONTAINER, env }], volumes: VOLUMES },
  };
}

/** A pod in place of something that the app does not render. */
export function standIn(name: string, namespace: string, labels: Readonly<Record<string, string>>): Manifest {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace, labels }, spec: { automountServiceAccountToken: false, containers: [CONTAINER], volumes: VOLUMES } };
}

/** The ConfigMaps and Secrets that variables refer to and that the objects lack, each key with a value. */
export function missingSources(objects: readonly Manifest[], valueOf: (key: string) => string): Manifest[] {
  const missing = new Map<string, Manifest>();
  const made = new Set(objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`));
  for (const { kind, namespace, name, key } of objects.flatMap(references)) {
    if (made.has(`${kind}/${name}`)) continue;
    const field = kind === 'Secret' ? 'stringData' : 'data';
    const id = `${namespace}/${kind}/${name}`;
    if (!missing.has(id)) missing.set(id, { apiVersion: 'v1', kind, metadata: { name, namespace }, [field]: {} });
    missing.get(id)![field][key] = valueOf(key);
  }
  return [...missing.values()];
}

function references({ metadata: { namespace }, spec }: Manifest): { kind: string; namespace?: string; name: string; key: string }[] {
  const template = (spec?.jobTemplate?.spec ?? spec)?.template;
  const variables: any[] = template?.spec.containers.flatMap(({ env = [] }: any) => env) ?? [];
  return variables.flatMap(({ valueFrom }) => {
    const [kind, ref] = valueFrom?.secretKeyRef ? ['Secret', valueFrom.secretKeyRef] : ['ConfigMap', valueFrom?.configMapKeyRef];
    return ref ? [{ kind, namespace, name: ref.name, key: ref.key }] : [];
  });
}
