import { configMap, forbids, keyRule, left, migrateTexts, replaces, setKey, textAfter } from './support';
import { EditRefusal } from '../../src/edit';
import { readText } from '../../src/manifest';
import { Rule, rule, RULES } from '../../src/verify';
import { madeUpRule } from '../support/made-up-rules';

const colour = configMap('colours', { wall: 'red', door: 'red' });
const red = replaces('URL901', 'red', 'green');
const codes = (findings: readonly { readonly code: string }[]): string[] => findings.map(({ code }) => code);

test('what is certain is corrected, and the rest of the file stays', () => {
  expect(textAfter(migrateTexts({ 'a.yaml': `# walls\n${colour}` }, [red]), 'a.yaml')).toBe(`# walls\n${colour.replace(/red/g, 'green')}`);
});

test('a file without findings is not among the files', () => {
  expect(migrateTexts({ 'a.yaml': colour, 'b.yaml': configMap('other', {}) }, [red]).files.map(({ file }) => file)).toEqual(['a.yaml']);
});

test('corrected are the findings that are gone', () => {
  expect(migrateTexts({ 'a.yaml': colour }, [red]).corrected.map(({ message }) => message)).toEqual(['wall is red', 'door is red']);
});

test('what a correction makes is corrected too', () => {
  expect(textAfter(migrateTexts({ 'a.yaml': colour }, [red, replaces('URL902', 'green', 'blue')]), 'a.yaml')).toBe(colour.replace(/red/g, 'blue'));
});

test('a finding that came and went is not counted', () => {
  expect(codes(migrateTexts({ 'a.yaml': colour }, [red, replaces('URL902', 'green', 'blue')]).corrected)).toEqual(['URL901', 'URL901']);
});

test('equal edits of two findings are made once', () => {
  const appends = (code: string) => keyRule(code, (value, key) => (key === 'wall' && value === 'red' ? 'no paint' : undefined), object => ({
    edits: [setKey(object, 'wall', 'green'), { kind: 'insert', at: object.at('data', 'paint'), value: 'oil' }],
  }));
  expect(textAfter(migrateTexts({ 'a.yaml': colour }, [appends('URL901'), appends('URL902')]), 'a.yaml')?.match(/paint/g)).toHaveLength(1);
});

test('an address is corrected wherever it stands in its text', () => {
  const script = (server: string): string => configMap('jobs', { 'run.sh': `"nats --server=nats://${server}:4222 a; nats --server=nats://${server}:4222 b"` });
  const migration = migrateTexts({ 'a.yaml': script('10.0.0.5') }, RULES, { options: { server: { name: 'bus', namespace: 'nats' } }, only: new Set(['URL101']) });
  expect(textAfter(migration, 'a.yaml')).toBe(script('bus.nats.svc.cluster.local'));
});

test('however many findings a document has, it is linted as often', () => {
  const lints = (keys: number): number => {
    let count = 0;
    const counted: Rule = { ...red, check: (facts) => { count++; return red.check(facts); } };
    migrateTexts({ 'a.yaml': configMap('colours', Object.fromEntries([...Array(keys).keys()].map(i => [`wall${i}`, 'red']))) }, [counted]);
    return count;
  };
  expect(lints(40)).toBe(lints(2));
});

test('of two edits of one place the second waits, and is left out if it is not needed any more', () => {
  const rules = [red, replaces('URL902', 'red', 'blue')];
  expect(textAfter(migrateTexts({ 'a.yaml': colour }, rules), 'a.yaml')).toBe(colour.replace(/red/g, 'green'));
});

test('corrections of one place are made one after the other, however many there are', () => {
  const gallery = configMap('gallery', { walls: 'red '.repeat(40).trim() });
  const paints = madeUpRule({
    code: 'URL901',
    *check({ objects: [object] }) {
      const walls = (object.get('data', 'walls') as string).split(' ');
      for (const [i, wall] of walls.entries()) {
        if (wall !== 'red') continue;
        const painted = walls.map((other, j) => (j === i ? 'green' : other)).join(' ');
        yield { at: object.at('data', 'walls'), message: `wall ${i} is red`, fix: 'paint it', correct: () => ({ edits: [setKey(object, 'walls', painted)] }) };
      }
    },
  });
  expect(textAfter(migrateTexts({ 'a.yaml': gallery }, [paints]), 'a.yaml')).toBe(gallery.replace(/red/g, 'green'));
});

test('a correction that brings another finding is left with the reason', () => {
  const migration = migrateTexts({ 'a.yaml': colour }, [red, forbids('URL902', 'green')]);
  expect(left(migration)).toEqual([
    'URL901 correcting it would bring URL902 at a.yaml:8: wall is green', 'URL901 correcting it would bring URL902 at a.yaml:9: door is green',
  ]);
});

test('a correction that brings another finding is taken back alone', () => {
  const onDoors = keyRule('URL902', (value, key) => (value === 'green' && key === 'door' ? 'a green door' : undefined));
  expect(textAfter(migrateTexts({ 'a.yaml': colour }, [red, onDoors]), 'a.yaml')).toBe(colour.replace('wall: red', 'wall: green'));
});

test('of corrections that bring a finding together, one is taken back', () => {
  const both = keyRule('URL902', (value, key, object) => (key === 'door' && value === 'green' && object.get('data', 'wall') === 'green' ? 'all green' : undefined));
  expect(textAfter(migrateTexts({ 'a.yaml': colour }, [red, both]), 'a.yaml')).toBe(colour.replace('wall: red', 'wall: green'));
});

test('a correction of an earlier round is taken back with those that it led to', () => {
  const rules = [red, replaces('URL902', 'green', 'blue'), forbids('URL903', 'blue')];
  expect(migrateTexts({ 'a.yaml': colour }, rules).files).toEqual([]);
});

test('a finding that another correction brings is no reason against it where it can be corrected', () => {
  const rules = [replaces('URL901', 'red', 'green'), replaces('URL902', 'green', 'blue')];
  expect(left(migrateTexts({ 'a.yaml': colour }, rules))).toEqual([]);
});

test('a finding that was there and says something else now is no reason against a correction', () => {
  const counting = madeUpRule({
    code: 'URL902',
    check: ({ objects }) => objects.map(object => ({ at: object.at('data'), message: `wall is ${JSON.stringify(object.get('data', 'wall'))}`, fix: 'paint' })),
  });
  expect(textAfter(migrateTexts({ 'a.yaml': colour }, [red, counting]), 'a.yaml')).toBe(colour.replace(/red/g, 'green'));
});

test('a finding of an object that moved to another field of it is no reason either', () => {
  const first = madeUpRule({
    code: 'URL902',
    check: ({ objects }) => objects.map((object) => {
      const key = object.get('data', 'wall') === 'red' ? 'wall' : 'door';
      return { at: object.at('data', key), message: `differs in ${key}`, fix: 'paint' };
    }),
  });
  expect(textAfter(migrateTexts({ 'a.yaml': colour }, [red, first]), 'a.yaml')).toBe(colour.replace(/red/g, 'green'));
});

test('a finding that gets worse is one that was not there', () => {
  const worse = madeUpRule({
    code: 'URL902',
    check: ({ objects }) => objects.map(object => ({
      at: object.at('data'), message: 'not well painted', fix: 'paint', severity: object.get('data', 'wall') === 'red' ? 'advice' as const : 'error' as const,
    })),
  });
  expect(textAfter(migrateTexts({ 'a.yaml': colour }, [red, worse]), 'a.yaml')).toBe(colour.replace('door: red', 'door: green'));
});

test('a correction after which its finding says the same is taken back', () => {
  const useless = keyRule('URL901', (_, key) => (key === 'wall' ? 'there is a wall' : undefined), object => ({ edits: [setKey(object, 'wall', 'green')] }));
  const migration = migrateTexts({ 'a.yaml': colour }, [useless]);
  expect([migration.files, left(migration)]).toEqual([[], ['URL901 the correction of its rule does not repair it']]);
});

test('a correction after which its finding says it in other words is taken back', () => {
  const reworded = keyRule('URL901', (value, key) => (key === 'wall' ? `the wall is ${value}` : undefined), (object, key) =>
    (object.get('data', key) === 'red' ? { edits: [setKey(object, key, 'green')] } : { decide: 'choose a colour' }));
  const migration = migrateTexts({ 'a.yaml': colour }, [reworded]);
  expect([migration.files, left(migration)]).toEqual([[], ['URL901 after the correction of its rule it is there in other words']]);
});

test('corrections that undo each other are an error of this program', () => {
  const flips = (from: string, to: string) => keyRule('URL901', value => (value === from ? `is ${from}` : undefined), (object, key) => ({ edits: [setKey(object, key, to)] }));
  expect(() => migrateTexts({ 'a.yaml': colour }, [flips('red', 'green'), flips('green', 'red')])).toThrow('corrections come to no end: after 32 rounds, URL901 is still corrected');
});

test('what has to be decided is left with the decision', () => {
  expect(left(migrateTexts({ 'a.yaml': configMap('a', { wall: 'red' }) }, [keyRule('URL901', () => 'red', () => ({ decide: 'choose a colour' }))])))
    .toEqual(['URL901 decide: choose a colour']);
});

test('an edit that is refused leaves the finding with the reason', () => {
  const refused = keyRule('URL901', () => 'red', (object) => { throw new EditRefusal('the text is an alias', object.position(['data', 'wall'])); });
  expect(left(migrateTexts({ 'a.yaml': configMap('a', { wall: 'red' }) }, [refused]))).toEqual(['URL901 a.yaml:8 the text is an alias']);
});

test('a correction that breaks down is a failure of its rule, and others go on', () => {
  const broken = keyRule('URL901', () => 'red', () => { throw new TypeError('oops'); });
  const migration = migrateTexts({ 'a.yaml': configMap('a', { wall: 'red' }) }, [broken, replaces('URL902', 'red', 'green')]);
  expect([codes(migration.failures), migration.files.length]).toEqual([['URL901'], 1]);
});

test('a rule that breaks down is a failure', () => {
  const broken = madeUpRule({ code: 'URL902', check: () => { throw new TypeError('oops'); } });
  expect(codes(migrateTexts({ 'a.yaml': colour }, [broken]).failures)).toEqual(['URL902']);
});

test('findings that no rule corrects are told apart', () => {
  expect(codes(migrateTexts({ 'a.yaml': colour }, [forbids('URL902', 'red')]).uncorrectable)).toEqual(['URL902', 'URL902']);
});

test('with chosen rules, only their findings are corrected', () => {
  const rules = [red, replaces('URL902', 'blue', 'green')];
  const text = configMap('colours', { wall: 'red', door: 'blue' });
  expect(textAfter(migrateTexts({ 'a.yaml': text }, rules, { only: new Set(['URL902']) }), 'a.yaml')).toBe(text.replace('blue', 'green'));
});

test('with chosen rules, what others find is not told', () => {
  const migration = migrateTexts({ 'a.yaml': colour }, [red, forbids('URL902', 'red')], { only: new Set(['URL903']) });
  expect([migration.left, migration.uncorrectable]).toEqual([[], []]);
});

test('with chosen rules, a correction still may not bring what others find', () => {
  expect(migrateTexts({ 'a.yaml': colour }, [red, forbids('URL902', 'green')], { only: new Set(['URL901']) }).files).toEqual([]);
});

test('what is suppressed is not corrected', () => {
  const text = configMap('colours', { wall: 'red' }, { 'petrosa-nats/ignore.URL901': 'listed as it is' });
  expect(migrateTexts({ 'a.yaml': text }, [red]).files).toEqual([]);
});

test('a file that cannot be read whole is left alone, and named', () => {
  const migration = migrateTexts({ 'a.yaml': `${colour}---\nkind: [\n` }, [red]);
  expect([migration.files, left(migration)[0]]).toEqual([[], expect.stringMatching(/^URL901 a\.yaml is left alone, since it cannot be read whole: line 12: /)]);
});

test('a file that may not be changed is left alone with the reason that was told', () => {
  const migration = migrateTexts({ 'a.yaml': configMap('a', { wall: 'red' }) }, [red], { locked: new Map([['a.yaml', 'a.yaml is of another team']]) });
  expect(left(migration)).toEqual(['URL901 a.yaml is of another team']);
});

test('the state of the cluster is never changed', () => {
  const state = readText('cluster.yaml', configMap('shared', { wall: 'red' })).documents;
  const reaches = rule({
    ...madeUpRule({ code: 'URL901' }),
    reads: ['objects', 'set'],
    check: ({ objects, set }) => objects.map(object => ({
      at: object.at('data'), message: 'shared is red', fix: 'paint', correct: () => ({ edits: [setKey(set.find('ConfigMap', 'apps', 'shared')!, 'wall', 'green')] }),
    })),
  });
  const migration = migrateTexts({ 'a.yaml': configMap('own', { door: 'blue' }) }, [reaches], { state });
  expect(left(migration)).toEqual(['URL901 what is to be changed stands in cluster.yaml, which tells the state of the cluster']);
});

test('line endings stay', () => {
  const text = colour.replace(/\n/g, '\r\n');
  expect(textAfter(migrateTexts({ 'a.yaml': text }, [red]), 'a.yaml')).toBe(text.replace(/red/g, 'green'));
});

describe('what differs from the cluster', () => {
  const differs = rule({
    ...madeUpRule({ code: 'URL902' }),
    reads: ['objects', 'set'],
    check: ({ objects, set }) => objects.flatMap((object) => {
      const held = set.replaced(object);
      return held && held.get('data', 'wall') !== object.get('data', 'wall') ? [{ at: object.at('data', 'wall'), message: 'differs from the cluster', fix: 'apply it' }] : [];
    }),
  });
  const state = readText('cluster.yaml', `apiVersion: v1\nkind: List\nitems:\n- ${configMap('colours', { wall: 'red', roof: 'red' }).replace(/\n(?=.)/g, '\n  ')}`).documents;
  const migration = migrateTexts({ 'a.yaml': colour }, [red, differs], { state });

  test('until the files are applied is no reason against a correction', () => {
    expect(textAfter(migration, 'a.yaml')).toBe(colour.replace(/red/g, 'green'));
  });

  test('until the files are applied is told apart', () => {
    expect([codes(migration.untilApplied), codes(migration.uncorrectable)]).toEqual([['URL902'], []]);
  });

  test('also when they are applied is a reason', () => {
    const wallIsOf = rule({
      ...madeUpRule({ code: 'URL903' }),
      reads: ['objects'],
      check: ({ objects }) => objects.filter(object => object.get('data', 'wall') === 'green').map(object => ({ at: object.at(), message: 'green', fix: 'paint' })),
    });
    expect(textAfter(migrateTexts({ 'a.yaml': colour }, [red, differs, wallIsOf], { state }), 'a.yaml')).toBe(colour.replace('door: red', 'door: green'));
  });
});
