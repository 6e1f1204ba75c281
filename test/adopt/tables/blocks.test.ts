import { hasTable, job, tabulated } from './support';
import { call, ConstStatement, Expression, imported, instance, literal, name, object, Statement } from '../../../src/adopt/code';
import { Json } from '../../../src/manifest';

describe('a construct that is for another one alone', () => {
  const config = (id: string, data: Record<string, string>): Statement => ({
    kind: 'const',
    name: `${id}Config`,
    value: instance(imported('cdk8s-petrosa', 'AppConfig'), name('this'), literal(`${id}-config`), literal({ name: `${id}-config`, data })),
    comments: [`For ${id}`],
  });
  const rows = (calls: (id: string) => readonly Expression[], data: (id: string) => Record<string, string> = id => ({ STREAM: id })): Statement[] => {
    const ids = ['a', 'b', 'c'];
    return [...ids.map(id => config(id, data(id))), ...ids.flatMap(id => job({ id, calls: calls(id) }))];
  };
  const own = (id: string) => [name(`${id}Config`)];

  it('stands in the loop before it', () => {
    expect(tabulated(rows(own))).toContain(`\
    for (const { name } of CRON_JOBS) {
      const config = new AppConfig(this, \`\${name}-config\`, { name: \`\${name}-config\`, data: { STREAM: name } });
      const job = new NatsAwareCronJob(`);
  });

  it('is named there as it is in the loop', () => {
    expect(tabulated(rows(own))).toContain('job.connectTo(config);');
  });

  it('is gone from where it stood', () => {
    expect(tabulated(rows(own))).not.toContain('aConfig');
  });

  it('leaves its comments to its row', () => {
    expect(tabulated(rows(own))).toContain("  // For b\n  { name: 'b' },");
  });

  it('is in no loop where others name it too', () => {
    expect(tabulated(rows(() => [name('aConfig')]))).toContain('const aConfig = new AppConfig');
  });

  it('may be what a method of a class makes', () => {
    const secrets = ['a', 'b', 'c'].map((id): Statement => ({
      kind: 'const', name: `${id}Secret`, value: call(imported('cdk8s-petrosa', 'KnownSecret'), 'of', literal({ name: `db-of-${id.repeat(2)}`, keys: ['uri'] })),
    }));
    const text = tabulated([...secrets, ...['a', 'b', 'c'].flatMap(id => job({ id, calls: [name(`${id}Secret`)] }))]);
    expect(text).toContain("for (const { name, secretName } of CRON_JOBS) {\n      const secret = KnownSecret.of({ name: secretName, keys: ['uri'] });");
  });

  it('stands below what is for it alone', () => {
    const volumes = ['a', 'b', 'c'].map((id): Statement => ({
      kind: 'const', name: `${id}Volume`, value: call(imported('cdk8s-plus-28', 'Volume'), 'fromConfigMap', name('this'), literal(`${id}-volume`), name(`${id}Config`)),
    }));
    const all = ['a', 'b', 'c'].flatMap(id => job({ id, calls: [name(`${id}Volume`)] }));
    const text = tabulated([...['a', 'b', 'c'].map(id => config(id, { STREAM: id })), ...volumes, ...all]);
    expect(text.match(/const (?:config|volume) = .*/g)).toEqual([
      'const config = new AppConfig(this, `${name}-config`, { name: `${name}-config`, data: { STREAM: name } });',
      'const volume = kplus.Volume.fromConfigMap(this, `${name}-volume`, config);',
    ]);
  });

  it('has a number where another one is made of its class', () => {
    const others = ['a', 'b', 'c'].map((id): Statement => {
      const { value } = config(id, {}) as ConstStatement;
      return { kind: 'const', name: `${id}Other`, value: { ...value, args: [name('this'), literal(`${id}-other`), literal({ name: `other-${id}`, data: {} })] } as Expression };
    });
    const [a, b, c] = ['a', 'b', 'c'].map(id => job({ id, calls: [name(`${id}Config`), name(`${id}Other`)] }));
    const text = tabulated([...['a', 'b', 'c'].map(id => config(id, {})), ...others, ...a, ...b, ...c]);
    expect(text.match(/job.connectTo\(.*\)/g)).toEqual(['job.connectTo(config)', 'job.connectTo(config2)']);
  });

  it('is in no loop where it has another class', () => {
    const [first, ...others] = rows(own);
    const other = { ...first, value: { ...(first as ConstStatement).value, class: imported('cdk8s-petrosa', 'PetrosaCommonConfig') } } as Statement;
    expect(hasTable([other, ...others])).toBe(false);
  });

  it('is in no loop where it has keys that others lack', () => {
    expect(hasTable(rows(own, id => ({ [`STREAM_${id}`]: id })))).toBe(false);
  });
});

describe('a construct that follows on another one', () => {
  const service = (id: string, props: Record<string, Expression>, of = 'Service', serviceId = `${id}-service`): Statement => ({
    kind: 'expression', value: instance(imported('cdk8s-plus-28', of), name('this'), literal(serviceId), object({ ...props, selector: name(id) })),
  });
  type Following = (id: string, i: number) => readonly Statement[];
  const rows = (following: Following, container: (i: number) => Record<string, Json> = () => ({})): Statement[] =>
    ['a', 'b', 'c'].flatMap((id, i) => [...job({ id, container: container(i) }).slice(0, 1), ...following(id, i), { kind: 'blank' } as const]);
  const port = (i: number) => literal(8000 + i);

  it('stands in the loop behind it', () => {
    const text = tabulated(rows((id, i) => [service(id, { type: literal(`T${i}`) })]));
    expect(text).toContain('      new kplus.Service(this, `${name}-service`, { type, selector: job });\n    }');
  });

  it('shares the column of a port', () => {
    const text = tabulated(rows((id, i) => [service(id, { targetPort: port(i) })], i => ({ ports: [{ number: 8000 + i }] })));
    expect(text).toContain("{ name: 'b', port: 8001 },");
  });

  it('leaves a table out where one of them has another class', () => {
    expect(hasTable(rows((id, i) => [service(id, { type: literal('T') }, i === 1 ? 'Ingress' : 'Service')]))).toBe(false);
  });

  it('leaves a table out where one of them has no props', () => {
    const bare = (id: string): Statement => ({ kind: 'expression', value: instance(imported('cdk8s-plus-28', 'Service'), name(id), literal('x')) });
    expect(hasTable(rows((id, i) => [i === 1 ? bare(id) : service(id, { type: literal('T') })]))).toBe(false);
  });

  it.each([
    ['has the name before it in all rows', ['data', 'b-data', 'c-data'], [], '`${name}-data`'],
    ['has the number that one of them has', ['config', 'b-config2', 'c-config2'], ['a-config'], '`${name}-config2`'],
    ['is a column where the name and it are taken', ['data', 'b-data', 'c-data'], ['a-data'], 'id'],
    ['is a column where it names other things', ['data', 'b-store', 'c-data'], [], 'id'],
  ])('whose id may have the name of the row before it %s', (_, ids, others, id) => {
    const taken = others.map(other => service('settings', {}, 'Service', other));
    expect(tabulated([...rows((row, i) => [service(row, { type: literal('T') }, 'Service', ids[i])]), ...taken])).toContain(`new kplus.Service(this, ${id}, {`);
  });
});
