import { Json, listOf, objectOf, textOf } from '../manifest';
import { labelOf, LabelSet, Match } from './label-set';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

/** What a selector demands of one label. */
export interface Requirement {
  readonly key: string;
  readonly operator: typeof OPERATORS[number];

  /** Empty for Exists and DoesNotExist. */
  readonly values: readonly string[];
}

/** A label selector. One that the API server would refuse selects nothing. */
export class Selector {
  /** Selects everything. */
  static readonly EVERYTHING = new Selector([], true);

  /** Reads `matchLabels` and `matchExpressions`; `{}` selects everything. */
  static parse(value: Json | undefined): Selector {
    const object = objectOf(value);
    if (!object) return new Selector([], false);
    const labels = requirementsOfLabels(object.matchLabels);
    const expressions = requirementsOfExpressions(object.matchExpressions);
    return labels && expressions ? new Selector([...labels, ...expressions], true) : new Selector([], false);
  }

  /** The selector of a Service, which is labels alone. */
  static ofLabels(labels: Readonly<Record<string, string>>): Selector {
    return new Selector(Object.entries(labels).map(([key, value]) => ({ key, operator: 'In', values: [value] })), true);
  }

  private constructor(
    readonly requirements: readonly Requirement[],
    /** Whether the API server would take it. */
    readonly valid: boolean,
  ) {}

  /** Whether it selects whatever its labels. */
  get everything(): boolean {
    return this.valid && this.requirements.length === 0;
  }

  match(set: LabelSet): Match {
    if (!this.valid) return 'no';
    let maybe = false;
    for (const requirement of this.requirements) {
      const match = matchRequirement(requirement, set);
      if (match === 'no') return 'no';
      if (match === 'maybe') maybe = true;
    }
    return maybe ? 'maybe' : 'yes';
  }

  /** As manifests are read: `app=web, tier in (a, b), !legacy`; `everything` for the empty one. */
  toString(): string {
    if (!this.valid) return 'nothing';
    return this.requirements.map(formatRequirement).join(', ') || 'everything';
  }
}

/** Whether labels meet a requirement. */
export function matchRequirement({ key, operator, values }: Requirement, set: LabelSet): Match {
  const label = labelOf(set, key);
  if (label === 'unknown') return 'maybe';
  const { value } = label;
  switch (operator) {
    case 'In': return value !== undefined && values.includes(value) ? 'yes' : 'no';
    case 'NotIn': return value === undefined || !values.includes(value) ? 'yes' : 'no';
    case 'Exists': return value !== undefined ? 'yes' : 'no';
    case 'DoesNotExist': return value === undefined ? 'yes' : 'no';
  }
}

function requirementsOfLabels(value: Json | undefined): Requirement[] | undefined {
  if (value === undefined || value === null) return [];
  const object = objectOf(value);
  const texts = Object.entries(object ?? {}).flatMap(([key, text]): Requirement[] =>
    typeof text === 'string' ? [{ key, operator: 'In', values: [text] }] : []);
  return object && texts.length === Object.keys(object).length ? texts : undefined;
}

function requirementsOfExpressions(value: Json | undefined): Requirement[] | undefined {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const read = listOf(value).flatMap((entry) => {
    const expression = objectOf(entry);
    const key = textOf(expression?.key);
    const operator = OPERATORS.find(known => known === expression?.operator);
    const values = listOf(expression?.values);
    if (key === undefined || !operator || !values.every(text => typeof text === 'string')) return [];
    const takesValues = operator === 'In' || operator === 'NotIn';
    return takesValues === values.length > 0 ? [{ key, operator, values: values as string[] }] : [];
  });
  return read.length === value.length ? read : undefined;
}

function formatRequirement({ key, operator, values }: Requirement): string {
  switch (operator) {
    case 'In': return values.length === 1 ? `${key}=${values[0]}` : `${key} in (${values.join(', ')})`;
    case 'NotIn': return values.length === 1 ? `${key}!=${values[0]}` : `${key} notin (${values.join(', ')})`;
    case 'Exists': return key;
    case 'DoesNotExist': return `!${key}`;
  }
}
