import { Scalar } from 'yaml';
import { Json } from './json';
import { plainScalar } from './plain-scalar';

const CORE = 'tag:yaml.org,2002:';

/** Tells that a scalar is not what its tag says, or nothing that JSON knows. */
export class ScalarFault {
  constructor(readonly message: string) {}
}

/** What kubectl takes a scalar for. */
export function scalarValue({ source, type, tag }: Scalar.Parsed): Json | ScalarFault {
  if (tag !== undefined) return taggedValue(source, tag);
  if (type !== 'PLAIN') return source;
  const value = plainScalar(source);
  return typeof value === 'number' && !Number.isFinite(value) ? new ScalarFault(`${source} is no number for Kubernetes: JSON has none like it`) : value;
}

function taggedValue(source: string, tag: string): Json | ScalarFault {
  const test = TAGS.get(tag);
  if (!test) return tag === `${CORE}binary` ? fromBase64(source) : source;
  const value = plainScalar(source);
  return test(value) ? value : new ScalarFault(`the value is not of the type that its tag !!${tag.slice(CORE.length)} says`);
}

const TAGS: ReadonlyMap<string, (value: Json) => boolean> = new Map([
  [`${CORE}int`, Number.isInteger],
  [`${CORE}float`, Number.isFinite],
  [`${CORE}bool`, (value: Json) => typeof value === 'boolean'],
  [`${CORE}null`, (value: Json) => value === null],
]);

function fromBase64(source: string): string | ScalarFault {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(source.replace(/[\r\n]/g, ''))) {
    return new ScalarFault('the value is not the base64 that its tag !!binary says');
  }
  return Buffer.from(source, 'base64').toString('utf8');
}
