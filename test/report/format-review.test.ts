import { formatReviewJson, formatReviewMarkdown, formatReviewText } from '../../src/report';
import { NeedChange, PodChange, Review, UnreadFile, ValueChange } from '../../src/review';

const NOTHING: Review = {
  unread: [], needs: [], policies: [], values: [], pods: [], refusals: [], removed: [], added: [], changed: [], findings: [],
};
const SIDES = { base: 'main', head: 'HEAD' };
const UNREAD: UnreadFile = { side: 'head', file: 'k8s/b.yaml', line: 4, message: 'a tab as indentation', fix: 'indent with spaces' };
const OBJECT = { kind: 'Service', namespace: 'shop', name: 'api', file: 'k8s/api.yaml', line: 3 };

function text(parts: Partial<Review>): string[] {
  return formatReviewText({ ...NOTHING, ...parts }).trimEnd().split('\n');
}

function need(parts: Partial<NeedChange> = {}): NeedChange {
  return { kind: 'lost', workload: 'shop/api[Deployment]', what: 'NATS', endpoint: 'nats:4222 TCP', name: 'NATS_URL', link: 'no rule', fix: 'add one', file: 'a.yaml', line: 7, ...parts };
}

function value(parts: Partial<ValueChange> = {}): ValueChange {
  return { change: 'changed', name: 'LEVEL', where: 'ConfigMap shop/settings', before: 'info', after: 'debug', workloads: ['shop/api[Deployment]'], ...parts };
}

function pod(parts: Partial<PodChange> = {}): PodChange {
  return { workload: 'shop/api[Deployment]', kind: 'rolls', elsewhere: false, reasons: ['image of container api changed'], ...parts };
}

describe('as text', () => {
  test('no change is a line', () => {
    expect(formatReviewText(NOTHING)).toBe('no change\n');
  });

  test('what could not be read stands on top', () => {
    expect(text({ unread: [UNREAD], needs: [need()] }).filter(line => !line.startsWith('    '))).toEqual([
      'Could not be read, so that nothing is said of the objects that stand there', '  k8s/b.yaml:4 of the head: a tab as indentation', '',
      'Connections that break', '  shop/api[Deployment] -> NATS nats:4222 TCP', '', '1 file could not be read, 1 connection breaks',
    ]);
  });

  test('what breaks has its link and what to do', () => {
    expect(text({ needs: [need()] })).toEqual([
      'Connections that break', '  shop/api[Deployment] -> NATS nats:4222 TCP', '    no rule (a.yaml:7)', '    add one', '', '1 connection breaks',
    ]);
  });

  test('what comes about has the variables that ask for it', () => {
    expect(text({ needs: [need({ kind: 'gained' }), need({ kind: 'gained', name: 'NATS_URI' })] }).slice(0, 3))
      .toEqual(['Connections that come about', '  shop/api[Deployment] -> NATS nats:4222 TCP', '    by NATS_URL, NATS_URI (a.yaml:7)']);
  });

  test('workloads that lose the same are one entry, and many are counted', () => {
    const needs = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(workload => need({ workload }));
    expect(text({ needs })[1]).toBe('  a, b, c, d, e and 2 more -> NATS nats:4222 TCP');
  });

  test('six names are all written: one more would take as long to say', () => {
    expect(text({ needs: ['a', 'b', 'c', 'd', 'e', 'f'].map(workload => need({ workload })) })[1]).toContain('a, b, c, d, e, f ->');
  });

  test.each([
    ['blocked', 'New connections that do not come about', '1 new connection does not come about'],
    ['dropped', 'Connections that nobody asks for any more', '1 connection ends'],
    ['unknown', 'Connections that manifests do not decide', '1 connection is not decided'],
  ] as const)('a connection that is %s has a section of its own', (kind, title, summary) => {
    const lines = text({ needs: [need({ kind, fix: undefined })] });
    expect([lines[0], lines.at(-1)]).toEqual([title, summary]);
  });

  test('all addresses are called so', () => {
    expect(text({ policies: [{ kind: 'lost', from: ['0.0.0.0-255.255.255.255[External]', 'web'], to: ['api'], ports: 'TCP 80' }] })[1])
      .toBe('  lost: any IPv4 address, web => api : TCP 80');
  });

  test('values stand below their object', () => {
    expect(text({ values: [value(), value({ name: 'MODE', before: '', after: undefined, workloads: [] }), value({ name: 'KEY', before: undefined, after: undefined })] }).slice(1, 5)).toEqual([
      '  ConfigMap shop/settings', '    LEVEL: info -> debug, read by shop/api[Deployment]', '    MODE: (empty) -> (none), read by no workload that is known',
      '    KEY: changed, read by shop/api[Deployment]',
    ]);
  });

  test('many values that nobody reads are only listed', () => {
    const values = ['A', 'B', 'C', 'D'].map(name => value({ name, workloads: [] }));
    expect(text({ values }).slice(1, 3)).toEqual(['  ConfigMap shop/settings', '    read by no workload that is known: A, B, C, D']);
  });

  test('variables stand by themselves', () => {
    expect(text({ values: [value({ where: 'env' })] }).slice(1, 3)).toEqual(['  variable LEVEL', '    info -> debug, of shop/api[Deployment]']);
  });

  test('pods that have to be made anew come before those that roll, alike ones together', () => {
    const pods = [pod(), pod({ workload: 'b' }), pod({ kind: 'next-run', workload: 'c' }), pod({ kind: 'recreate', workload: 'd', reasons: [] })];
    expect(text({ pods }).filter(line => /^ {2}\w/.test(line))).toEqual(['  has to be made anew: d', '  rolls: shop/api[Deployment], b', '  takes it at the next run: c']);
  });

  test('workloads of others are named as such', () => {
    expect(text({ pods: [pod({ elsewhere: true })] })[3]).toBe('    not in these files: shop/api[Deployment]');
  });

  test('ten reasons are counted, nine are not', () => {
    const lines = (count: number) => text({ pods: [pod({ reasons: Array.from({ length: count }, (_, i) => `r${i}`) })] });
    expect([lines(9)[10], lines(10)[10]]).toEqual(['    r8', '    and 2 more reasons']);
  });

  test('what apply refuses comes with a way out', () => {
    expect(text({ refusals: [{ ...OBJECT, path: 'spec.clusterIP', fix: 'rename it' }] }).slice(0, 3))
      .toEqual(['Apply will fail', '  Service shop/api (k8s/api.yaml:3): spec.clusterIP cannot be changed', '    rename it']);
  });

  test('what vanishes is told with its users, what is new with what it replaces', () => {
    expect(text({ removed: [{ ...OBJECT, usedBy: ['Ingress shop/in'] }, { ...OBJECT, namespace: '', usedBy: [] }], added: [{ ...OBJECT, inCluster: true }, { ...OBJECT, inCluster: false }] })
      .filter(line => line.startsWith(' '))).toEqual([
      '  Service shop/api (k8s/api.yaml:3)', '    still used by Ingress shop/in', '  Service api (k8s/api.yaml:3)',
      '  Service shop/api (k8s/api.yaml:3)', '    the cluster holds one already, which it replaces', '  Service shop/api (k8s/api.yaml:3)',
    ]);
  });

  test('objects in which the same changed are one entry', () => {
    const fields = [{ path: 'spec.replicas', change: 'changed', before: '1', after: '2' }, { path: 'spec.x', change: 'added' }, { path: 'spec.types[Egress]', change: 'added', after: 'Egress' }] as const;
    expect(text({ changed: [{ ...OBJECT, fields }, { ...OBJECT, name: 'web', fields }] }).slice(1, 5)).toEqual([
      '  Service shop/api (k8s/api.yaml:3), Service shop/web (k8s/api.yaml:3)', '    spec.replicas: 1 -> 2', '    spec.x added', '    spec.types[Egress] added',
    ]);
  });

  test('findings of one message are one entry with its places', () => {
    const finding = { change: 'gained', code: 'URL101', severity: 'error', message: 'an IP', file: 'a.yaml', line: 1 } as const;
    expect(text({ findings: [finding, { ...finding, line: 2 }, { ...finding, change: 'fixed' }] })).toEqual([
      'Findings gained', '  error URL101 an IP (a.yaml:1, a.yaml:2)', '', 'Findings fixed', '  error URL101 an IP (a.yaml:1)', '', '2 findings gained, 1 finding fixed',
    ]);
  });

  test('what breaks is red on a terminal, the rest is only bold', () => {
    const lines = formatReviewText({ ...NOTHING, needs: [need()], values: [value()] }, { colours: 'ansi' }).split('\n');
    expect([lines[0], lines.find(line => line.includes('Values'))]).toEqual(['\u001b[1m\u001b[31mConnections that break\u001b[0m\u001b[0m', '\u001b[1mValues\u001b[0m']);
  });

  test('control characters of a value cannot reach the terminal', () => {
    expect(formatReviewText({ ...NOTHING, values: [value({ after: '\u001b[2J' })] })).not.toContain('\u001b');
  });
});

describe('as Markdown', () => {
  test('is a summary with sections, of which those that break are unfolded', () => {
    expect(formatReviewMarkdown({ ...NOTHING, needs: [need()], values: [value()] }, SIDES).split('\n')).toEqual([
      '**petrosa-nats diff** main → HEAD: 1 connection breaks, 1 value changes', '',
      '<details open><summary>Connections that break (1)</summary>', '',
      '- shop/api\\[Deployment\\] -&gt; NATS nats:4222 TCP', '  <br>no rule (a.yaml:7)', '  <br>add one', '', '</details>', '',
      '<details><summary>Values (1)</summary>', '',
      '- ConfigMap shop/settings', '  <br>LEVEL: info -&gt; debug, read by shop/api\\[Deployment\\]', '', '</details>', '',
    ]);
  });

  test('unfolds what could not be read, on top', () => {
    expect(formatReviewMarkdown({ ...NOTHING, unread: [{ ...UNREAD, file: '@team.yaml' }], needs: [need()] }, SIDES).split('\n').slice(0, 6)).toEqual([
      '**petrosa-nats diff** main → HEAD: 1 file could not be read, 1 connection breaks', '',
      '<details open><summary>Could not be read, so that nothing is said of the objects that stand there (1)</summary>', '',
      expect.stringMatching(/^- (?!@)\S+team\.yaml:4 of the head: a tab as indentation$/), '  <br>indent with spaces',
    ]);
  });

  test('shows a value as it is, with no markup and no mention', () => {
    const out = formatReviewMarkdown({ ...NOTHING, values: [value({ after: '</details><img src=x> @team **x**' })] }, SIDES);
    expect([out.includes('<img'), out.includes('@team'), out.includes('**x**'), out.match(/<\/details>/g)]).toEqual([false, false, false, ['</details>']]);
  });

  test('shows no character that turns the direction of a line', () => {
    const out = formatReviewMarkdown({ ...NOTHING, values: [value({ after: 'b\u202ec' })] }, { base: 'x\u202e', head: 'y' });
    expect(out).not.toContain('\u202e');
  });

  test('says how many entries it leaves out', () => {
    const added = Array.from({ length: 43 }, (_, i) => ({ ...OBJECT, name: `api-${i}`, inCluster: false }));
    const out = formatReviewMarkdown({ ...NOTHING, added }, SIDES);
    expect([out.match(/^- Service/gm)?.length, out.includes('- and 3 more\n')]).toEqual([40, true]);
  });

  test('stays below the length of a comment, whatever the sections hold', () => {
    const long = 'x'.repeat(3000);
    const added = Array.from({ length: 60 }, (_, i) => ({ ...OBJECT, name: `${long}${i}`, inCluster: false }));
    const findings = added.map(({ name }) => ({ change: 'gained', code: 'URL101', severity: 'error', message: name, file: 'a', line: 1 } as const));
    const out = formatReviewMarkdown({ ...NOTHING, added, findings, removed: added.map(object => ({ ...object, usedBy: [] })) }, SIDES);
    expect([out.length < 65_000, out.match(/and \d+ more/g)?.length]).toEqual([true, 3]);
  });
});

test('as JSON has a version and all lists', () => {
  expect(JSON.parse(formatReviewJson({ ...NOTHING, pods: [pod()] }))).toEqual({ version: 1, ...NOTHING, pods: [pod()] });
});
