import fc from 'fast-check';
import { forbids, migrateTexts, replaces } from './support';
import { readText } from '../../src/manifest';
import { migrate, Migration } from '../../src/migrate';
import { RULES } from '../../src/verify';

const CANONICAL = 'nats://nats-server.nats.svc.cluster.local:4222';

/** A ConfigMap as some person may write it, with some addresses. */
interface Written {
  readonly name: string;
  readonly quote: '' | '"' | '\'';
  readonly indent: number;
  readonly comment: string;
  readonly lineEnd: '\n' | '\r\n';
  readonly isFlow: boolean;
  readonly separators: 'before' | 'between';
  readonly addresses: readonly string[];
}

const written: fc.Arbitrary<Written> = fc.record({
  name: fc.constantFrom('quotes', 'orders', 'prices'),
  quote: fc.constantFrom('', '"', '\''),
  indent: fc.integer({ min: 1, max: 4 }),
  comment: fc.constantFrom('', '   # the old server: nats://10.0.0.1:4222', ' #'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  isFlow: fc.boolean(),
  separators: fc.constantFrom('before', 'between'),
  addresses: fc.array(fc.constantFrom('nats://10.8.0.17:4222', 'nats://192.168.194.253', CANONICAL, 'https://api.example.com'), { minLength: 1, maxLength: 4 }),
});

/** The ConfigMap with its addresses, or with what is to become of them. */
function textOf({ name, quote, indent, comment, lineEnd, isFlow, separators, addresses }: Written, change: (address: string) => string): string {
  const pad = ' '.repeat(indent);
  // In a flow map an address without quotes would end at its colon for some readers.
  const inner = isFlow && quote === '' ? '"' : quote;
  const pairs = addresses.map((address, i) => `SERVER_${i}_URL: ${inner}${change(address)}${inner}`);
  const data = isFlow ? [`data: { ${pairs.join(' , ')} }${comment}`] : ['data:', ...pairs.map(pair => `${pad}${pair}${comment}`)];
  const lines = [...(separators === 'before' ? ['---'] : []), 'apiVersion: v1', 'kind: ConfigMap', `# of ${name}`, 'metadata:', `${pad}namespace: apps`, `${pad}name: ${name}`, ...data, ''];
  return lines.join(lineEnd);
}

const corrected = (address: string): string => (/^nats:\/\/\d/.test(address) ? CANONICAL : address);

function migrated(texts: readonly string[]): Migration {
  return migrate({
    files: texts.flatMap((text, i) => readText(`${i}.yaml`, text).documents),
    rules: RULES.filter(({ code }) => code.startsWith('URL')),
    options: { server: { namespace: 'nats', name: 'nats-server' } },
  });
}

const sets = fc.uniqueArray(written, { minLength: 1, maxLength: 3, selector: ({ name }) => name });

test('of files as people write them, nothing changes but the addresses', () => {
  fc.assert(fc.property(sets, (maps) => {
    const result = new Map(migrated(maps.map(map => textOf(map, address => address))).files.map(({ file, after }) => [file, after]));
    maps.forEach((map, i) => {
      const [before, after] = [textOf(map, address => address), textOf(map, corrected)];
      expect(result.get(`${i}.yaml`)).toBe(before === after ? undefined : after);
    });
  }), { numRuns: 30 });
});

test('a migration of its own result changes nothing', () => {
  fc.assert(fc.property(sets, (maps) => {
    expect(migrated(maps.map(map => textOf(map, corrected))).files).toEqual([]);
  }), { numRuns: 30 });
});

test('whatever rules correct, there is no finding at the end that was not there at the begin', () => {
  const colour = fc.constantFrom('red', 'green', 'blue', 'black');
  const replacement = fc.tuple(colour, colour).filter(([from, to]) => from < to);
  const data = fc.dictionary(fc.constantFrom('wall', 'door', 'roof'), colour, { minKeys: 1 });
  fc.assert(fc.property(data, fc.array(replacement, { maxLength: 3 }), fc.array(colour, { maxLength: 2 }), (values, replacements, forbidden) => {
    const rules = [...replacements.map(([from, to], i) => replaces(`URL90${i}`, from, to)), ...forbidden.map((wrong, i) => forbids(`URL91${i}`, wrong))];
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: b }\ndata:\n${Object.entries(values).map(([key, value]) => `  ${key}: ${value}\n`).join('')}`;
    const { before, after } = migrateTexts({ 'a.yaml': text }, rules);
    const old = new Set(before.findings.map(({ code, path }) => `${code} ${path}`));
    expect(after.findings.map(({ code, path }) => `${code} ${path}`).filter(key => !old.has(key))).toEqual([]);
  }), { numRuns: 30 });
});
