import { Container, ManifestObject, ManifestSet } from '../../../manifest';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { briefly } from '../private/briefly';
import { containersOf } from '../private/containers';
import { isNeverReady } from '../private/never-ready';
import { Offer, offeredKeys, Offers } from '../private/offers';
import { soleNamespace } from '../private/sole-namespace';

const TELEMETRY = /^OTEL_/;

const ENDPOINT = 'OTEL_EXPORTER_OTLP_ENDPOINT';

const FEWEST_SHARED = 2;

export const telemetryNotWired = rule({
  code: 'CFG246',
  title: 'A program of the platform has no OpenTelemetry settings, which the shared configuration offers',
  severity: 'advice',
  reads: ['objects', 'referencesTo', 'set', 'variables', 'workloads'],
  why: 'The container has settings of the same names as a shared ConfigMap and belongs to the programs that it is meant for, but none of the `OTEL_*` keys '
    + 'that stand there too. It sends no traces, metrics or logs, and is missing on every dashboard.',
  repair: 'Take the `OTEL_*` keys from the shared ConfigMap, and the headers from their Secret. If the program has no telemetry, suppress the finding with the reason.',
  source: 'https://opentelemetry.io/docs/specs/otel/protocol/exporter/',
  check: function* (facts) {
    const offers = new Offers(facts);
    const sole = soleNamespace(facts.objects);
    for (const container of containersOf(facts.workloads)) {
      if (container.list !== 'containers' || isNeverReady(container.workload)) continue;
      const variables = facts.variables(container);
      const names = new Set(variables.map(({ name }) => name));
      if ([...names].some(name => TELEMETRY.test(name)) || hasUnknown(container, facts.set)) continue;
      const offered = offers.matching(container.workload.namespace || sole, TELEMETRY);
      const shared = offered.find(({ key, object }) => key === ENDPOINT && object.kind === 'ConfigMap' && sharedNames(object, names).length >= FEWEST_SHARED);
      if (shared) yield observe(container, shared.object, offered, names);
    }
  },
});

function hasUnknown({ variablesFrom, workload }: Container, set: ManifestSet): boolean {
  return variablesFrom.some(({ type, name }) => !set.find(type === 'secret' ? 'Secret' : 'ConfigMap', workload.namespace, name));
}

function sharedNames(object: ManifestObject, names: ReadonlySet<string>): string[] {
  return Object.keys(object.object('data') ?? {}).filter(key => names.has(key));
}

function observe(container: Container, shared: ManifestObject, offered: readonly Offer[], names: ReadonlySet<string>): Observation {
  const { name, workload } = container;
  return {
    at: workload.object.at(...container.path, 'name'),
    message: `container ${name} of ${workload.kind} ${workload.name} has ${briefly(sharedNames(shared, names))} as ConfigMap ${shared.name} has them, `
      + 'but none of its OTEL_* settings',
    fix: `take ${offeredKeys(offered)}`,
  };
}
