import { CheckResult, Examination, issue } from '../../src/doctor';
import { ManifestSet, SourceDocument } from '../../src/manifest';
import { DoctorReport, formatDoctorJson, formatDoctorShort, formatDoctorText } from '../../src/report';

const [workload] = new ManifestSet({
  files: [SourceDocument.ofValue('x', {
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'ticker', namespace: 'shop' }, spec: { template: { spec: { containers: [] } } },
  })],
}).workloads;
const client: Examination['client'] = {
  workload, others: [], switchedOff: false, host: 'broker.shop', port: 4222, destination: { type: 'service', service: { namespace: 'shop', name: 'broker' } },
};
const base = { category: 'service', title: 'all is well', commands: [] } as const;
const RESULTS: readonly CheckResult[] = [
  { ...base, id: 'a', status: 'ok', detail: 'seen' },
  { ...base, id: 'b', status: 'ok' },
  { ...base, id: 'c', status: 'failed', detail: 'it is not', issue: issue(2, 'look there'), commands: [['kubectl', 'get', '--raw', '/x?y=1']] },
  { ...base, id: 'd', category: 'events', status: 'warning', detail: 'hardly', hint: 'do that' },
  { ...base, id: 'e', category: 'events', status: 'unchecked', detail: 'no right' },
  { ...base, id: 'f', category: 'events', status: 'skipped', detail: 'not asked', hint: '--probe' },
];
const report = (more: Partial<DoctorReport> = {}): DoctorReport => ({ examinations: [{ client, results: RESULTS }], unlisted: [], verdict: 'failed', showCommands: false, ...more });

test('the text has a line for each check under its category, what is wrong below it, and the verdict last', () => {
  expect(formatDoctorText(report())).toBe(`\
deployment/ticker of namespace shop → broker.shop:4222

service
-------
√ all is well: seen
√ all is well
× all is well
    it is not
    common issue 2, connection refused: look there
    see https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/doctor.md#c

events
------
‼ all is well
    hardly
    hint: do that
    see https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/doctor.md#d
? all is well
    no right
    see https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/doctor.md#e
- all is well: not asked
    hint: --probe

× 2 passed, 1 failed, 1 warning, 1 could not be checked, 1 skipped; common issue 2, connection refused
`);
});

test('commands are shown below their check, quoted for a shell', () => {
  expect(formatDoctorText(report({ showCommands: true }))).toContain('    see https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/doctor.md#c\n    $ kubectl get --raw \'/x?y=1\'\n');
});

test('commands of a check that passed are shown too', () => {
  const passed = { ...RESULTS[0], commands: [['kubectl', 'get', 'pods']] };
  expect(formatDoctorText(report({ examinations: [{ client, results: [passed] }], showCommands: true }))).toContain('√ all is well: seen\n    $ kubectl get pods\n');
});

test('what could not be listed stands before the verdict, and counts', () => {
  const unlisted = [
    { resource: 'cronjobs', trouble: { type: 'forbidden', verb: 'list', resource: 'cronjobs.batch', namespace: 'shop' } },
    { resource: 'jobs', trouble: { type: 'other', text: 'a\u001b[31mb' } },
  ] as const;
  const all = report({ examinations: [], unlisted, verdict: 'unchecked' });
  expect([formatDoctorText(all), formatDoctorShort(all), JSON.parse(formatDoctorJson(all))]).toMatchObject([`\
? cronjobs were not examined
    no right to list cronjobs.batch in namespace shop
    hint: ask for a Role in namespace shop that lets you list cronjobs.batch
    see https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/doctor.md#what-it-needs
? jobs were not examined
    a\ufffd[31mb
    see https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/doctor.md#what-it-needs

? 0 passed, 0 failed, 0 warnings, 2 could not be checked
`, `\
? cronjobs were not examined: no right to list cronjobs.batch in namespace shop
? jobs were not examined: a\ufffd[31mb
? 0 passed, 0 failed, 0 warnings, 2 could not be checked
`, {
    unlisted: [
      { resource: 'cronjobs', detail: 'no right to list cronjobs.batch in namespace shop', hint: 'ask for a Role in namespace shop that lets you list cronjobs.batch' },
      { resource: 'jobs', detail: 'a\u001b[31mb' },
    ],
  }]);
});

test('a server that is not known is told so', () => {
  const unknown: Examination['client'] = { workload, others: [], switchedOff: false, port: 4222, destination: { type: 'not-known' } };
  expect(formatDoctorText(report({ examinations: [{ client: unknown, results: [] }] }))).toMatch(/^deployment\/ticker of namespace shop → a server that is not known\n/);
});

test.each([['ok', '√', 32], ['unchecked', '?', 33], ['failed', '×', 31]] as const)('the verdict %s begins with its sign, in its colour', (verdict, sign, colour) => {
  expect(formatDoctorText(report({ verdict }), { colours: 'ansi' })).toContain(`\u001b[${colour}m${sign} 2 passed`);
});

test('characters that a terminal would obey are replaced', () => {
  const results = [{ ...RESULTS[2], detail: 'a\u001b[31mb' }];
  expect([formatDoctorText(report({ examinations: [{ client, results }] })), formatDoctorShort(report({ examinations: [{ client, results }] }))].join()).not.toContain('\u001b');
});

test('several common issues are named once each, in their order', () => {
  const results = [4, 3, 3].map(number => ({ ...RESULTS[2], issue: issue(number as 3 | 4, 'x') }));
  expect(formatDoctorText(report({ examinations: [{ client, results }] }))).toMatch(/; common issues 3, network policy blocking, and 4, wrong namespace\n$/);
});

test('the short form has a line for each check that did not pass, and the verdict', () => {
  expect(formatDoctorShort(report())).toBe(`\
shop/deployment/ticker × c: it is not (common issue 2, connection refused: look there)
shop/deployment/ticker ‼ d: hardly
shop/deployment/ticker ? e: no right
× 2 passed, 1 failed, 1 warning, 1 could not be checked, 1 skipped; common issue 2, connection refused
`);
});

test('the short form says what is checked where nothing more was seen', () => {
  expect(formatDoctorShort(report({ examinations: [{ client, results: [{ ...base, id: 'c', status: 'failed' }] }] }))).toMatch(/^shop\/deployment\/ticker × c: all is well\n/);
});

test('the JSON holds the server, each check, and the commands', () => {
  expect(JSON.parse(formatDoctorJson(report()))).toMatchObject({
    version: 1,
    verdict: 'failed',
    workloads: [{
      kind: 'Deployment',
      namespace: 'shop',
      name: 'ticker',
      server: { host: 'broker.shop', port: 4222, service: { namespace: 'shop', name: 'broker' } },
      checks: RESULTS.map(result => ({ ...result, link: `https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/doctor.md#${result.id}` })),
    }],
  });
});

test('the JSON leaves out what is not known of the server', () => {
  const clients: readonly Examination['client'][] = [
    { workload, others: [], switchedOff: false, port: 4222, destination: { type: 'not-known' } },
    { workload, others: [], switchedOff: false, host: '10.0.0.1', port: 4222, destination: { type: 'no-service', host: '10.0.0.1', what: 'an address' } },
  ];
  const text = formatDoctorJson(report({ examinations: clients.map(one => ({ client: one, results: [] })) }));
  const { workloads } = JSON.parse(text) as { workloads: { server?: unknown }[] };
  expect(workloads.map(({ server }) => server)).toEqual([undefined, { host: '10.0.0.1', port: 4222 }]);
});
