import { ChangedReading } from './changed-configs';
import { textsOf, Workload } from '../../manifest';

const PREFIX = 'reloader.stakater.com/';

/** By which annotation something in the cluster replaces the pods of a workload when what it reads changes. https://github.com/stakater/Reloader */
export function restarter(workload: Workload, readings: readonly ChangedReading[]): string | undefined {
  const found = readings.map(reading => annotationFor(workload, reading));
  return found.includes(undefined) ? undefined : `${[...new Set(found)].join(' and ')} replaces its pods`;
}

/** The annotation of the pods with a checksum of what they read, which does not change with it here. */
export function staleChecksum(workload: Workload): string | undefined {
  return checksumOf(workload, value => !PLACEHOLDER.test(value));
}

/** What a pipeline fills in: `${SUM}`, `{{ sum }}`, `__SUM__`, `<sum>`. */
const PLACEHOLDER = /\$[{(]|\{\{|__|^<.*>$/;

function checksumOf({ object, templatePath }: Workload, isMeant: (value: string) => boolean): string | undefined {
  const annotations = Object.entries(textsOf(object.get(...templatePath, 'metadata', 'annotations')));
  return annotations.find(([name, value]) => /checksum/i.test(name) && isMeant(value))?.[0];
}

function annotationFor(workload: Workload, { config }: ChangedReading): string | undefined {
  const { object, templatePath } = workload;
  const filled = checksumOf(workload, value => PLACEHOLDER.test(value));
  if (filled !== undefined) return filled;
  const template = object.object(...templatePath, 'metadata', 'annotations') ?? {};
  const annotations = new Map([...Object.entries(template), ...Object.entries(object.annotations)]);
  const kind = config.type === 'configMap' ? 'configmap' : 'secret';
  const own = config.object.annotations;
  if (own[`${PREFIX}ignore`] === 'true') return undefined;
  if (annotations.get(`${PREFIX}search`) === 'true' && own[`${PREFIX}match`] === 'true') return `${PREFIX}search`;
  const listed = annotations.get(`${kind}.${PREFIX}reload`);
  if (typeof listed === 'string' && listed.split(',').some(name => name.trim() === config.name)) return `${kind}.${PREFIX}reload`;
  return [`${PREFIX}auto`, `${kind}.${PREFIX}auto`].find(name => annotations.get(name) === 'true');
}
