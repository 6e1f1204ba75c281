import { Container } from '../../../manifest';
import { Variable } from '../../facts/facts';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { containersOf } from '../private/containers';

const INSTRUMENTED = 'opentelemetry-instrument';

/** Variables that turn telemetry off, with the values that do. */
const SWITCHES: readonly { readonly name: string; readonly off: RegExp }[] = [
  { name: 'OTEL_SDK_DISABLED', off: /^true$/i },
  { name: 'ENABLE_OTEL', off: /^(?:0|false|no|off)$/i },
  { name: 'OTEL_ENABLED', off: /^(?:0|false|no|off)$/i },
];

export const telemetryContradiction = rule({
  code: 'CFG247',
  title: 'A container turns OpenTelemetry off by a variable and runs under its wrapper',
  severity: 'advice',
  reads: ['variables', 'workloads'],
  why: 'The command is wrapped in `opentelemetry-instrument`, and a variable says that telemetry is off. Depending on who reads the variable, the program pays for '
    + 'an instrumentation that sends nothing, or sends what it was told to keep.',
  repair: 'Remove the wrapper from the command, or the variable.',
  source: 'https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/',
  check: function* (facts) {
    for (const container of containersOf(facts.workloads)) {
      const wrapper = container.words.find(({ text }) => text === INSTRUMENTED || text.endsWith(`/${INSTRUMENTED}`));
      if (!wrapper) continue;
      for (const variable of facts.variables(container)) {
        if (isOff(variable)) yield observe(container, variable);
      }
    }
  },
});

/** A switch in a shared ConfigMap is turned for all programs at once, wrapped or not; only the workload's own contradicts its command. */
function isOff({ name, value, source }: Variable): boolean {
  return source === 'literal' && value !== undefined && SWITCHES.some(({ name: switchName, off }) => switchName === name && off.test(value.trim()));
}

function observe({ name, workload }: Container, variable: Variable): Observation {
  return {
    at: variable.entry.place,
    message: `container ${name} of ${workload.kind} ${workload.name} runs under ${INSTRUMENTED} with ${variable.name}=${variable.value}`,
    fix: `remove ${variable.name}, or ${INSTRUMENTED} from the command`,
  };
}
