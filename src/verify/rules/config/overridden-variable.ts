import { isCredentialName } from '../../../address/private/credentials';
import { shown } from '../../../address/private/shown';
import { Container, VariableEntry, VariablesFrom } from '../../../manifest';
import { Variable } from '../../facts/facts';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { Severity } from '../../severity';
import { containersOf } from '../private/containers';
import { leakedCredential } from '../private/leaked-credential';
import { listed } from '../private/listed';

/** Variables of one entry that replace those of an earlier one. */
interface Override {
  readonly winner: VariableEntry | VariablesFrom;
  readonly loser: VariablesFrom;
  readonly severity: Severity;
  readonly pairs: { readonly by: Variable; readonly replaced: Variable }[];
}

export const overriddenVariable = rule({
  code: 'CFG206',
  title: 'A variable of envFrom is overridden by a later entry',
  severity: 'warning',
  reads: ['workloads', 'variables'],
  why: 'Where several entries give a variable, the last `envFrom` wins over the earlier ones, and `env` over all of them. Nothing says so in the pod: '
    + 'a value that is right in a shared ConfigMap never reaches the program, and changing it there has no effect. '
    + 'A warning where two objects give different values, and where `env` gives another address; '
    + 'any other override by `env` may be meant, and an override by the same value changes nothing: an advice.',
  repair: 'Keep the variable in one place. Where the override is meant, take single keys by `configMapKeyRef` in place of the whole object, so that it can be seen.',
  source: 'https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.28/#container-v1-core',
  check: ({ workloads, variables }) => containersOf(workloads).flatMap(container =>
    overrides(variables(container)).map(override => observe(container, override))),
});

function overrides(variables: readonly Variable[]): Override[] {
  const found = new Map<string, Override>();
  const numbers = new Map<object, number>();
  const numberOf = (entry: object): number => {
    if (!numbers.has(entry)) numbers.set(entry, numbers.size);
    return numbers.get(entry)!;
  };
  for (const by of variables) {
    const replaced = by.replaces.filter(({ entry }) => 'prefix' in entry).at(-1);
    if (!replaced) continue;
    const severity = severityOf(by, replaced);
    const key = `${numberOf(by.entry)} ${numberOf(replaced.entry)} ${severity}`;
    const override = found.get(key) ?? { winner: by.entry, loser: replaced.entry as VariablesFrom, severity, pairs: [] };
    override.pairs.push({ by, replaced });
    found.set(key, override);
  }
  return [...found.values()];
}

function severityOf(by: Variable, replaced: Variable): Severity {
  if (by.value === undefined || replaced.value === undefined || by.value === replaced.value) return 'advice';
  return 'prefix' in by.entry || `${by.value} ${replaced.value}`.includes('://') ? 'warning' : 'advice';
}

function observe(container: Container, { winner, loser, severity, pairs }: Override): Observation {
  const names = listed(pairs.map(({ by, replaced }) => `${by.name}${values(by, replaced)}`));
  const source = 'prefix' in winner ? nameOf(winner) : 'env';
  return {
    at: winner.place,
    severity,
    message: `container ${container.name} gets ${names} from ${source}, which overrides ${nameOf(loser)}`,
    fix: `keep ${pairs.length > 1 ? 'each variable' : pairs[0].by.name} in one of the two places`,
    related: [{ at: loser.place, message: 'overridden' }],
  };
}

function values(by: Variable, replaced: Variable): string {
  if (by.value === undefined || replaced.value === undefined) return '';
  if (by.value === replaced.value) return ' (the same value)';
  const both = [by.value, replaced.value];
  return isCredentialName(by.name) || both.some(value => leakedCredential(by.name, value)) ? ' (another value)' : ` (${both.map(shown).join(' in place of ')})`;
}

function nameOf({ type, name }: VariablesFrom): string {
  return `${type === 'configMap' ? 'ConfigMap' : 'Secret'} ${name}`;
}
