import { Restriction } from '../../adopt';
import { groupBy } from '../../manifest';

type Added = Restriction['added'];

/** Settings of a container or a pod that forbid something, in the words of people. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['allowPrivilegeEscalation false', 'no privilege escalation'],
  ['automountServiceAccountToken false', 'no service account token'],
  ['capabilities.drop ALL', 'no capabilities'],
  ['imagePullPolicy Always', 'image pulled at each start'],
  ['readOnlyRootFilesystem true', 'read-only root'],
  ['runAsNonRoot true', 'not root'],
  ['seccompProfile.type RuntimeDefault', 'seccomp RuntimeDefault'],
]);

const CONTAINER = /^(?:c|initC)ontainers\[[^\]]*\]/;
const KEY = /^env\[([^\]]*)\]\.valueFrom\.configMapKeyRef\.name$/;
const PROBE = /^(\w+Probe)\.\w+\.port$/;

/** What a workload gets that may stop it: a line for it with a title, and one below for each container. */
export function restrictionLines(title: string, added: Added): string[] {
  const holders = groupBy(added, ({ path }) => CONTAINER.exec(path)?.[0] ?? '');
  const ofPod = settings(holders.get('') ?? []);
  const containers = [...holders].filter(([holder]) => holder !== '');
  return [
    `${title}:${ofPod.length > 0 ? ` ${ofPod.join(', ')}` : ''}`,
    ...containers.map(([holder, own]) => `  ${holder}: ${settings(own).join(', ')}`),
  ];
}

function settings(added: Added): string[] {
  const fields = added.map(({ path, value }) => ({ path: path.replace(CONTAINER, '').replace(/^\.?(?:securityContext\.|resources\.)?/, ''), value }));
  const probes = groupBy(fields.filter(({ path }) => PROBE.test(path)), ({ value }) => `${value}`);
  return [
    ...[...probes].map(([port, own]) => `${own.length > 1 ? 'probes' : PROBE.exec(own[0].path)![1]} of port ${port}`),
    ...fields.filter(({ path }) => !PROBE.test(path)).map(({ path, value }) => words(path, `${value}`)),
  ];
}

function words(path: string, value: string): string {
  const [, key] = KEY.exec(path) ?? [];
  return key === undefined ? WORDS.get(`${path} ${value}`) ?? `${path} ${value}` : `needs ${key} of ConfigMap ${value}`;
}
