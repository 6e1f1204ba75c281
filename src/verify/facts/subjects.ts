import { Facts, SubjectUse } from './facts';
import { SubjectName } from '../verify-options';
import { matchesName } from './private/match-name';
import { Place, textsOf, Workload } from '../../manifest';

/** What a variable of a subject's name may say instead of a subject: how subjects are built, who shares them, how often. */
const NO_SUBJECT = new RegExp(`(^|[_.-])(${[
  'PREFIX', 'SUFFIX', 'ENABLED?', 'DISABLED?', 'INTERVAL', 'TIMEOUT', 'RATE', 'LIMIT', 'COUNT', 'SIZE', 'RETR(Y|IES)', 'MODE', 'FORMAT', 'GROUP', 'QUEUE', 'NAME',
  'URL', 'URI', 'HOST', 'PORT', 'KEY', 'TOKEN', 'DELAY', 'WORKERS', 'TYPE', 'VERSION', 'ID', 'E?MAIL', 'CERT', 'TLS', 'JWT', 'KAFKA', 'MQTT', 'AMQP', 'RABBITMQ',
].join('|')})([_.-]|$)`, 'i');

/** The subjects that linted workloads get, and those that linted ConfigMaps offer: each once for a place. The role comes from the name. */
export function findSubjects(facts: Pick<Facts, 'objects' | 'workloads' | 'variables' | 'options'>): SubjectUse[] {
  const found = new Map<string, Omit<SubjectUse, 'workloads'> & { workloads: Workload[] }>();
  const put = (name: string, text: string | undefined, place: Place, workload?: Workload): void => {
    const role = roleOf(name, facts.options.subjectNames);
    if (role === undefined || text === undefined || !isPlausible(name, text)) return;
    const id = [place.object.origin, place.object.document.file, place.object.id, role, ...place.path].join('\n');
    const known = found.get(id);
    if (!known) found.set(id, { text, role, name, place, workloads: workload ? [workload] : [] });
    else if (workload && !known.workloads.includes(workload)) known.workloads.push(workload);
  };
  for (const workload of facts.workloads) {
    const variables = workload.containers.flatMap(container => facts.variables(container));
    for (const { name, value, valuePlace } of variables) put(name, value, valuePlace, workload);
  }
  for (const object of facts.objects) {
    if (object.kind !== 'ConfigMap') continue;
    for (const [key, text] of Object.entries(textsOf(object.get('data')))) put(key, text, object.at('data', key));
  }
  return [...found.values()];
}

function roleOf(name: string, names: readonly SubjectName[]): 'publish' | 'subscribe' | undefined {
  if (NO_SUBJECT.test(name)) return undefined;
  return names.find(({ pattern }) => matchesName(pattern, name))?.role;
}

/** Whether the text may be meant as a subject; a name that says neither subject nor topic needs one that looks like a subject. */
function isPlausible(name: string, value: string): boolean {
  if (value === '' || /^(true|false|yes|no|on|off|[\d.]+[a-z]{0,2})$/i.test(value) || value.includes('://')) return false;
  return /SUBJECT|TOPIC/i.test(name) || /^[^\s.]+(\.[^\s.]+)+$|^[^\s]*[*>]$/.test(value);
}
