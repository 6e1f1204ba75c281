import { ConfigObject, isConfigObject } from './config-object';
import { containersOf } from './containers';
import { Place, textsOf } from '../../../manifest';
import { Facts } from '../../facts/facts';

/** A value that linted files give a program: a literal in `env`, or an entry of a ConfigMap or Secret. */
export interface Setting {
  /** Name of the variable or key. */
  readonly name: string;
  readonly value: string;
  readonly place: Place;

  /** What holds it, for a message. */
  readonly holder: string;

  /** Whether a message may hold no part of the value. */
  readonly secret: boolean;

  /** Whether a program gets it as a variable, not as a file. */
  readonly isVariable: boolean;
}

type SettingFacts = Pick<Facts, 'workloads' | 'objects' | 'referencesTo'>;

// Several rules look at them.
const known = new WeakMap<SettingFacts['objects'], readonly Setting[]>();

/** All settings that the linted files give. */
export function settingsOf(facts: SettingFacts): readonly Setting[] {
  const settings = known.get(facts.objects) ?? findSettings(facts);
  known.set(facts.objects, settings);
  return settings;
}

function findSettings(facts: SettingFacts): Setting[] {
  const literals = containersOf(facts.workloads).flatMap(container => container.variables.flatMap(({ name, value, source, place }): Setting[] => {
    if (source || value === undefined) return [];
    const holder = `container ${container.name}`;
    return [{ name, value, place: place.object.at(...place.path, 'value'), holder, secret: false, isVariable: true }];
  }));
  return [...literals, ...facts.objects.filter(isConfigObject).flatMap(object => entriesOf(object, facts))];
}

function entriesOf(object: ConfigObject, { referencesTo }: Pick<Facts, 'referencesTo'>): Setting[] {
  const { kind, namespace, name: owner } = object;
  const secret = kind === 'Secret';
  const references = referencesTo(kind, namespace, owner);
  const variables = new Set(references.flatMap(({ by, key }) => (by === 'env' ? key ?? [] : [])));
  const allVariables = references.some(({ by }) => by === 'envFrom');
  const noFile = !references.some(({ by }) => by === 'volume');
  const fields = secret ? ['data', 'stringData'] : ['data'];
  return fields.flatMap(field => Object.entries(textsOf(object.get(field))).map(([name, text]): Setting => ({
    name,
    value: secret && field === 'data' ? decoded(text) : text,
    place: object.at(field, name),
    holder: `${kind} ${owner}`,
    secret,
    isVariable: allVariables || variables.has(name) || (noFile && /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)),
  })));
}

/** The text of base64; empty for what is none or holds bytes that are no text. */
function decoded(base64: string): string {
  const text = Buffer.from(base64, 'base64').toString('utf8');
  return /[^\P{Cc}\t-\r\x85]|\ufffd/u.test(text) ? '' : text;
}
