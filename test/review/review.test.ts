import * as fc from 'fast-check';
import { readText, ManifestSet } from '../../src/manifest';
import { isUnchanged, Review, review } from '../../src/review';
import { RULES, Verification, verify } from '../../src/verify';
import { madeUpRule, verifyText } from '../support/made-up-rules';

// Few rules, since most of a review does not look at findings.
const URLS = RULES.filter(({ code }) => code === 'URL101');

function side(text: string, state?: string): Verification {
  const { documents, problems } = readText('k8s/all.yaml', text);
  return verify(new ManifestSet({ files: documents, state: state === undefined ? undefined : readText('state.yaml', state).documents }), problems, {}, URLS);
}

function reviewed(before: string, after: string, state?: string): Review {
  return review(side(before, state), side(after, state));
}

function object(kind: string, name: string, body: string, apiVersion = 'v1'): string {
  return `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\n${body}\n`;
}

function deployment(name: string, container = '', pod = ''): string {
  const template = `metadata: { labels: { app: ${name} } }, spec: { ${pod} containers: [{ name: main, image: "example/${name}:1", ${container} }] }`;
  return object('Deployment', name, `spec: { selector: { matchLabels: { app: ${name} } }, template: { ${template} } }`, 'apps/v1');
}

function policy(name: string, spec: string): string {
  return object('NetworkPolicy', name, `spec: { ${spec} }`, 'networking.k8s.io/v1');
}

const REDIS = deployment('redis', 'ports: [{ containerPort: 6379 }]') + object('Service', 'redis', 'spec: { selector: { app: redis }, ports: [{ port: 6379 }] }');
const CLIENT = deployment('api', 'env: [{ name: REDIS_URL, value: "redis://redis:6379" }]');
const CLOSED = policy('closed', 'podSelector: { matchLabels: { app: redis } }, policyTypes: [Ingress]');

describe('review', () => {
  test('of the same manifests says nothing', () => {
    expect(isUnchanged(reviewed(CLIENT + REDIS + CLOSED, CLIENT + REDIS + CLOSED))).toBe(true);
  });

  test('of manifests in another order and form says nothing', () => {
    expect(isUnchanged(reviewed(CLIENT + REDIS, REDIS + CLIENT.replace('apiVersion', '# the same\napiVersion')))).toBe(true);
  });
});

describe('connections', () => {
  const needs = (before: string, after: string) => reviewed(before, after).needs.map(({ kind, workload, what, endpoint }) => `${kind} ${workload} ${what} ${endpoint}`);

  test('are lost where a policy closes the way, with the link that decides', () => {
    const { needs: [need] } = reviewed(CLIENT + REDIS, CLIENT + REDIS + CLOSED);
    expect(need).toMatchObject({ kind: 'lost', workload: 'shop/api[Deployment]', endpoint: 'redis:6379 TCP', name: 'REDIS_URL', file: 'k8s/all.yaml' });
    expect([need.link, need.fix]).toEqual([expect.stringContaining('shop/closed'), expect.stringContaining('TCP 6379')]);
  });

  test('are gained where it opens, without anything to fix', () => {
    const [need] = reviewed(CLIENT + REDIS + CLOSED, CLIENT + REDIS).needs;
    expect([need.kind, need.fix]).toEqual(['gained', undefined]);
  });

  test('that a workload asks for anew are gained or blocked', () => {
    expect([...needs(deployment('api') + REDIS, CLIENT + REDIS), ...needs(deployment('api') + REDIS + CLOSED, CLIENT + REDIS + CLOSED)]).toEqual([
      'gained shop/api[Deployment] Redis redis:6379 TCP', 'blocked shop/api[Deployment] Redis redis:6379 TCP',
    ]);
  });

  test('that nobody asks for any more are dropped', () => {
    expect(needs(CLIENT + REDIS, deployment('api') + REDIS)).toEqual(['dropped shop/api[Deployment] Redis redis:6379 TCP']);
  });

  test('that were blocked and are not asked for any more are not worth a word', () => {
    expect(needs(CLIENT + REDIS + CLOSED, deployment('api') + REDIS + CLOSED)).toEqual([]);
  });

  test('by another name of the same Service are the same', () => {
    expect(needs(CLIENT + REDIS, CLIENT.replace('redis:6379', 'redis.shop.svc.cluster.local:6379') + REDIS)).toEqual([]);
  });

  test('that manifests no longer decide are unknown', () => {
    expect(needs(CLIENT + REDIS, CLIENT)).toEqual(['unknown shop/api[Deployment] Redis redis:6379 TCP']);
  });

  test('that were blocked and are no longer decided are not worth a word', () => {
    expect(needs(CLIENT + REDIS + CLOSED, CLIENT)).toEqual([]);
  });

  test('through two variables to one Service are one', () => {
    const both = 'env: [{ name: REDIS_URL, value: "redis://redis:6379" }, { name: CACHE_REDIS_URL, value: "redis://redis.shop:6379" }]';
    expect(needs(deployment('api') + REDIS, deployment('api', both) + REDIS)).toEqual(['gained shop/api[Deployment] Redis redis:6379 TCP']);
  });

  test('to an address of version 6 have it in brackets', () => {
    const client = deployment('api', 'env: [{ name: REDIS_URL, value: "redis://[2001:db8::7]:6379" }]');
    expect(needs(deployment('api'), client)).toEqual([expect.stringContaining(' [2001:db8::7]:6379 TCP')]);
  });

  test('to a host that a Secret names are told by their port', () => {
    const secret = 'env: [{ name: REDIS_URL, valueFrom: { secretKeyRef: { name: keys, key: url } } }]';
    const open = deployment('api', secret) + policy('out', 'podSelector: {}, policyTypes: [Egress], egress: [{}]');
    const closed = deployment('api', secret) + policy('out', 'podSelector: {}, policyTypes: [Egress]');
    expect(needs(open, closed)).toEqual(['lost shop/api[Deployment] Redis a host that a Secret names:6379 TCP']);
  });
});

describe('policies', () => {
  const OTHERS = deployment('web') + deployment('worker');
  const policies = (before: string, after: string) =>
    reviewed(before, after).policies.map(({ kind, from, to, ports }) => `${kind} ${from.join(',')} => ${to.join(',')} : ${ports}`.replace(/shop\/(\w+)\[Deployment\]/g, '$1'));
  const admit = (ports: string) => policy('closed', `podSelector: { matchLabels: { app: redis } }, policyTypes: [Ingress], ingress: [{ from: [{ podSelector: {} }], ports: [${ports}] }]`);

  test('that close a workload cut it from all others, in one line, and from addresses', () => {
    expect(policies(REDIS + OTHERS, REDIS + OTHERS + CLOSED)).toEqual([
      'lost 0.0.0.0-255.255.255.255[External],web,worker => redis : All Connections',
    ]);
  });

  test('that admit another port gain that port alone', () => {
    expect(policies(REDIS + OTHERS + admit('{ port: 6379 }'), REDIS + OTHERS + admit('{ port: 6379 }, { port: 9121 }'))).toEqual(['gained web,worker => redis : TCP 9121']);
  });

  test('in which ports are written as a range lose what the range lacks', () => {
    expect(policies(REDIS + OTHERS + admit('{ port: 1000, endPort: 2000 }'), REDIS + OTHERS + admit('{ port: 1200, endPort: 1300 }, { port: 1500 }')))
      .toEqual(['lost web,worker => redis : TCP 1000-1199,1301-1499,1501-2000']);
  });

  test('that admit fewer addresses lose those, wherever the ranges are cut', () => {
    const egress = (blocks: string) => policy('out', `podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [{ to: [${blocks}], ports: [{ port: 443 }] }]`);
    expect(policies(OTHERS + egress('{ ipBlock: { cidr: 10.0.0.0/8 } }'), OTHERS + egress('{ ipBlock: { cidr: 10.0.0.0/9 } }, { ipBlock: { cidr: 11.0.0.0/8 } }'))).toEqual([
      'lost web => 10.128.0.0-10.255.255.255[External] : TCP 443', 'gained web => 11.0.0.0-11.255.255.255[External] : TCP 443',
    ]);
  });

  test('that change the ports of half a range lose the whole of it as one', () => {
    const egress = (cidr: string, port: number) =>
      policy('out', `podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [{ to: [{ ipBlock: { cidr: ${cidr} } }], ports: [{ port: ${port} }] }]`);
    expect(policies(OTHERS + egress('10.0.0.0/8', 443), OTHERS + egress('10.0.0.0/9', 8443))).toEqual([
      'lost web => 10.0.0.0-10.255.255.255[External] : TCP 443', 'gained web => 10.0.0.0-10.127.255.255[External] : TCP 8443',
    ]);
  });

  test('say nothing of a workload that is new', () => {
    expect(policies(REDIS, REDIS + OTHERS)).toEqual([]);
  });
});

describe('values', () => {
  const config = (data: string, kind = 'ConfigMap') => object(kind, 'settings', `data: ${data}`);
  const reader = deployment('api', 'envFrom: [{ configMapRef: { name: settings } }, { secretRef: { name: settings } }]');
  const values = (before: string, after: string, state?: string) => reviewed(before, after, state).values;

  test('of a ConfigMap come with those who read them', () => {
    expect(values(config('{ LEVEL: info }') + reader, config('{ LEVEL: debug }') + reader)).toEqual([
      { change: 'changed', name: 'LEVEL', where: 'ConfigMap shop/settings', before: 'info', after: 'debug', workloads: ['shop/api[Deployment]'] },
    ]);
  });

  test('of a Secret are never shown', () => {
    expect(values(config('{ KEY: aHVudGVyMg== }', 'Secret') + reader, config('{ KEY: aHVudGVyMw==, OTHER: eA== }', 'Secret') + reader)).toEqual([
      { change: 'changed', name: 'KEY', where: 'Secret shop/settings', workloads: ['shop/api[Deployment]'] },
      { change: 'new', name: 'OTHER', where: 'Secret shop/settings', workloads: ['shop/api[Deployment]'] },
    ]);
  });

  test.each([
    ['by its name', 'DB_PASSWORD', 'hunter2'],
    ['by its form', 'DB_URL', 'mysql://root:hunter2@db:3306'],
  ])('that hold a credential, %s, are not shown, nor is the other side', (_, name, value) => {
    const text = JSON.stringify(reviewed(config(`{ ${name}: "" }`) + reader, config(`{ ${name}: "${value}" }`) + reader));
    expect([text.includes('hunter2'), text.includes('"before"')]).toEqual([false, false]);
  });

  test('of several lines are only said to have changed', () => {
    expect(values(config('{ app.yaml: "a\\nb" }'), config('{ app.yaml: "a\\nc" }'))).toEqual([
      { change: 'changed', name: 'app.yaml', where: 'ConfigMap shop/settings', workloads: [] },
    ]);
  });

  const variable = (entry: string) => deployment('api', `env: [${entry}]`);

  test('of variables come with the source that they have now', () => {
    expect(values(variable('{ name: LEVEL, value: info }') + config('{ LEVEL: info }'),
      variable('{ name: LEVEL, valueFrom: { configMapKeyRef: { name: settings, key: LEVEL } } }') + config('{ LEVEL: info }'))).toEqual([
      { change: 'changed', name: 'LEVEL', where: 'env', before: 'info', after: 'info (ConfigMap settings, key LEVEL)', workloads: ['shop/api[Deployment]'] },
    ]);
  });

  test.each([
    ['a Secret', '{ name: A, valueFrom: { secretKeyRef: { name: keys, key: a } } }', 'Secret keys, key a'],
    ['a field', '{ name: A, valueFrom: { fieldRef: { fieldPath: metadata.name } } }', 'a field of the pod'],
    ['nothing', '{ name: A }', ''],
  ])('of a new variable from %s', (_, entry, after) => {
    expect(values(deployment('api'), variable(entry))).toMatchObject([{ change: 'new', name: 'A', after }]);
  });

  test('of a variable that is gone', () => {
    expect(values(variable('{ name: A, value: x }'), deployment('api'))).toMatchObject([{ change: 'gone', name: 'A', before: 'x' }]);
  });

  test('of a credential are not shown', () => {
    const [change] = values(variable('{ name: DB_PASSWORD, value: one-secret }'), variable('{ name: DB_PASSWORD, value: two-secret }'));
    expect([change.name, change.before, change.after]).toEqual(['DB_PASSWORD', undefined, undefined]);
  });

  test('that several workloads change alike are one', () => {
    const two = (value: string) => ['api', 'web'].map(name => deployment(name, `env: [{ name: A, value: ${value} }]`)).join('');
    expect(values(two('x'), two('y')).map(({ workloads }) => workloads)).toEqual([['shop/api[Deployment]', 'shop/web[Deployment]']]);
  });

  test('of a new container, and against the state, are none', () => {
    const second = deployment('api').replace('containers: [', 'containers: [{ name: side, image: "example/side:1", env: [{ name: A, value: x }] }, ');
    expect([...values(deployment('api'), second), ...values('', variable('{ name: A, value: x }'), deployment('api'))]).toEqual([]);
  });
});

describe('what vanishes', () => {
  const usedBy = (gone: string, rest: string) => reviewed(gone + rest, rest).removed.map(({ kind, name, usedBy: users }) => [`${kind} ${name}`, ...users]);

  test('is not missed by a Service that has other pods', () => {
    expect(reviewed(REDIS, REDIS.replace('kind: Deployment', 'kind: StatefulSet')).removed).toMatchObject([{ kind: 'Deployment', usedBy: [] }]);
  });

  test('is missed by a Service though the cluster still has it', () => {
    const [gone, service] = REDIS.split(/^(?=---)/m);
    expect(reviewed(REDIS, service, gone).removed).toMatchObject([{ kind: 'Deployment', usedBy: ['Service shop/redis'] }]);
  });

  test.each([
    ['a ConfigMap', object('ConfigMap', 'gone', 'data: {}'), deployment('api', 'envFrom: [{ configMapRef: { name: gone } }]'), 'Deployment shop/api'],
    ['a Secret', object('Secret', 'gone', 'data: {}'), object('Ingress', 'in', 'spec: { tls: [{ secretName: gone }] }', 'networking.k8s.io/v1'), 'Ingress shop/in'],
    ['a Service', object('Service', 'gone', 'spec: { ports: [{ port: 80 }] }'),
      object('Ingress', 'in', 'spec: { defaultBackend: { service: { name: gone, port: { number: 80 } } } }', 'networking.k8s.io/v1'), 'Ingress shop/in'],
    ['a ServiceAccount', object('ServiceAccount', 'gone', ''), deployment('api', '', 'serviceAccountName: gone,'), 'Deployment shop/api'],
    ['a ServiceAccount by the older field', object('ServiceAccount', 'gone', ''), deployment('api', '', 'serviceAccount: gone,'), 'Deployment shop/api'],
    ['a cluster role', 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: gone }\n',
      '---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: bind }\nroleRef: { kind: ClusterRole, name: gone }\n', 'ClusterRoleBinding bind'],
    ['a claim', object('PersistentVolumeClaim', 'gone', ''), deployment('api', '', 'volumes: [{ name: v, persistentVolumeClaim: { claimName: gone } }],'), 'Deployment shop/api'],
    ['a Role', object('Role', 'gone', '', 'rbac.authorization.k8s.io/v1'),
      object('RoleBinding', 'bind', 'roleRef: { kind: Role, name: gone }', 'rbac.authorization.k8s.io/v1'), 'RoleBinding shop/bind'],
    ['a policy', policy('gone', 'podSelector: { matchLabels: { app: api } }'), deployment('api') + deployment('web'), 'Deployment shop/api'],
    ['a workload', deployment('gone'), object('HorizontalPodAutoscaler', 'scale', 'spec: { scaleTargetRef: { kind: Deployment, name: gone } }', 'autoscaling/v2'),
      'HorizontalPodAutoscaler shop/scale'],
    ['a workload behind a Service', deployment('gone'), object('Service', 'front', 'spec: { selector: { app: gone } }') + object('Service', 'other', 'spec: {}'), 'Service shop/front'],
  ])('%s is told with those who still use it', (_, gone, rest, user) => {
    expect(usedBy(gone, rest)).toEqual([[expect.stringContaining(' gone'), user]]);
  });

  test('a Service is missed by those who call it', () => {
    const service = object('Service', 'redis', 'spec: { selector: { app: redis }, ports: [{ port: 6379 }] }');
    expect(usedBy(service, CLIENT + deployment('redis'))).toEqual([['Service redis', 'Deployment shop/api']]);
  });

  test('a Service is not missed by those whose host a Secret names', () => {
    const hidden = deployment('api', 'env: [{ name: REDIS_URL, valueFrom: { secretKeyRef: { name: keys, key: url } } }]');
    expect(usedBy(object('Service', 'redis', 'spec: { ports: [{ port: 6379 }] }'), hidden)).toEqual([['Service redis']]);
  });

  test('something that nobody uses is told all the same', () => {
    expect(usedBy(object('ConfigMap', 'gone', 'data: {}') + object('Lease', 'gone', ''), '')).toEqual([['ConfigMap gone'], ['Lease gone']]);
  });
});

describe('what is new', () => {
  test('says whether the cluster holds one already', () => {
    const two = object('ConfigMap', 'a', '') + object('ConfigMap', 'b', '');
    expect(reviewed('', two, object('ConfigMap', 'b', '')).added.map(({ name, inCluster, line }) => [name, inCluster, line])).toEqual([['a', false, 3], ['b', true, 8]]);
  });
});

describe('what apply refuses', () => {
  test.each([
    ['Job', 'spec: { completions: 1 }', 'spec: { completions: 2 }', 'delete the Job before the apply, or give it another name'],
    ['PersistentVolumeClaim', 'spec: { storageClassName: a }', 'spec: { storageClassName: b }', 'give the PersistentVolumeClaim another name and move the data; deleting it may delete the data'],
    ['StatefulSet', 'spec: { serviceName: a }', 'spec: { serviceName: b }',
      'delete the StatefulSet with --cascade=orphan before the apply, so that its pods and volumes stay, or give it another name'],
    ['Secret', 'type: a', 'type: b', 'give the Secret another name, or delete the old one first'],
  ])('of a %s has a way out', (kind, before, after, fix) => {
    expect(reviewed(object(kind, 'x', before), object(kind, 'x', after)).refusals).toMatchObject([{ kind, name: 'x', line: 5, fix }]);
  });
});

describe('other changes', () => {
  const fields = (before: string, after: string) => reviewed(before, after).changed.flatMap(changed => changed.fields);

  test('have the values of a field', () => {
    expect(fields(deployment('api'), deployment('api').replace('spec: {', 'spec: { replicas: 3,'))).toEqual([
      { path: 'spec.replicas', change: 'added', before: undefined, after: '3' },
    ]);
  });

  test('leave out variables and config, which values tell', () => {
    expect(fields(CLIENT + object('ConfigMap', 'a', 'data: { A: x }'), CLIENT.replace('6379', '6380') + object('ConfigMap', 'a', 'data: { A: y }'))).toEqual([]);
  });

  test('of the data of another kind are told', () => {
    expect(fields(object('Any', 'a', 'data: { A: x }'), object('Any', 'a', 'data: {}'))).toEqual([{ path: 'data.A', change: 'removed', before: 'x', after: undefined }]);
  });

  test.each([
    ['a Secret', object('Secret', 'a', 'metadata: {}\ntype: hunter1'), object('Secret', 'a', 'metadata: {}\ntype: hunter2')],
    ['a kind that seals Secrets', object('SealedSecret', 'a', 'spec: { key: hunter1 }'), object('SealedSecret', 'a', 'spec: { key: hunter2 }')],
    ['a field that is a credential by its name', object('Any', 'a', 'spec: { password: hunter1 }'), object('Any', 'a', 'spec: { password: hunter2 }')],
    ['a list', deployment('api', 'args: [hunter1]'), deployment('api', 'args: [hunter2]')],
  ])('of %s show no value', (_, before, after) => {
    expect(JSON.stringify(reviewed(before, after))).not.toContain('hunter');
  });
});

describe('findings', () => {
  const findings = (before: string, after: string) => reviewed(before, after).findings.map(({ change, code }) => `${change} ${code}`);
  const at = (url: string) => deployment('api', `env: [{ name: NATS_URL, value: "${url}" }]`);

  test('of one side only are gained or fixed', () => {
    expect([findings(deployment('api'), at('nats://10.1.2.3:4222')), findings(at('nats://10.1.2.3:4222'), deployment('api'))]).toEqual([['gained URL101'], ['fixed URL101']]);
  });

  test('of which the message alone is another are the same', () => {
    expect(findings(at('nats://10.1.2.3:4222'), at('nats://10.1.2.4:4222'))).toEqual([]);
  });

  test('of a ConfigMap of somebody else are the same, whichever keys differ', () => {
    const overwriting = (data: string) => verify(new ManifestSet({
      files: readText('a.yaml', object('ConfigMap', 'common', `data: { ${data} }`)).documents,
      state: readText('state.yaml', object('ConfigMap', 'common', 'data: { LEVEL: info, ZONE: eu }')).documents,
    }), [], {}, RULES.filter(({ code }) => code === 'CFG203'));
    expect(review(overwriting('LEVEL: info'), overwriting('LEVEL: debug, ZONE: eu')).findings).toEqual([]);
  });

  test('keys that nobody reads are the same in another order', () => {
    const unread = (data: string): Verification =>
      verify(new ManifestSet({ files: readText('a.yaml', deployment('api') + object('ConfigMap', 'api', `data: { ${data} }`)).documents }), [], {}, RULES.filter(({ code }) => code === 'CFG209'));
    expect([unread('B: b, A: a').findings.length, review(unread('B: b, A: a'), unread('A: a, B: b')).findings]).toEqual([1, []]);
  });

  describe('of a file', () => {
    const broken = (file: string) => {
      const { documents, problems } = readText(file, 'a: b\n\tc');
      return verify(new ManifestSet({ files: documents }), problems, {}, RULES.filter(({ code }) => code.startsWith('FIL')));
    };
    const nameInHead = (file: string) => file.replace('old/', 'new/');

    test('are the same where the head has it under another name', () => {
      expect(review(broken('old/a.yaml'), broken('new/a.yaml'), { nameInHead }).findings).toEqual([]);
    });

    test('are new in another file, and named as each side names it', () => {
      expect(review(broken('old/a.yaml'), broken('new/b/a.yaml'), { nameInHead }).findings.map(({ change, file }) => `${change} ${file}`)).toEqual([
        'gained new/b/a.yaml', 'fixed old/a.yaml',
      ]);
    });
  });

  describe('of an object that moves', () => {
    const BY_IP = at('nats://10.1.2.3:4222');
    const moved = (namespace: string) => BY_IP.replace('namespace: shop', `namespace: ${namespace}`);

    test('to another namespace are the same', () => {
      expect(findings(BY_IP, moved('bots'))).toEqual([]);
    });

    test('as a workload to another kind are the same', () => {
      expect(findings(BY_IP, BY_IP.replace('Deployment', 'StatefulSet'))).toEqual([]);
    });

    test('and has a further one: that is gained', () => {
      expect(findings(at('nats://nats.nats.svc.cluster.local:4222'), moved('bots'))).toEqual(['gained URL101']);
    });

    test.each([
      ['a copy, where the first stays', BY_IP, BY_IP + moved('bots'), ['gained URL101']],
      ['one of two copies', BY_IP, moved('bots') + moved('beta'), ['gained URL101', 'gained URL101', 'fixed URL101']],
      ['what two become', moved('bots') + moved('beta'), BY_IP, ['gained URL101', 'fixed URL101', 'fixed URL101']],
      ['what has another name too', BY_IP, moved('bots').replace('name: api', 'name: web'), ['gained URL101', 'fixed URL101']],
      ['what has another namespace and another kind', BY_IP, moved('bots').replace('Deployment', 'StatefulSet'), ['gained URL101', 'fixed URL101']],
    ])('are not those of %s', (_, before, after, changes) => {
      expect(findings(before, after)).toEqual(changes);
    });

    test.each([
      ['of no workload', object('ConfigMap', 'api', ''), object('Service', 'api', '')],
      ['of what is a workload no longer', BY_IP, object('Service', 'api', '')],
      ['of what becomes a workload', object('Service', 'api', ''), BY_IP],
      ['without a name', object('ConfigMap', '""', ''), object('ConfigMap', '""', '').replace('shop', 'bots')],
    ])('are gained and fixed where they are %s', (_, before, after) => {
      const [old, current] = [before, after].map(text => verifyText(text, [madeUpRule()]));
      expect(review(old, current).findings.map(({ change }) => change)).toEqual(['gained', 'fixed']);
    });
  });
});

test('manifests of any shape are reviewed without an error', () => {
  const kinds = ['Deployment', 'Pod', 'CronJob', 'ConfigMap', 'Secret', 'Service', 'NetworkPolicy', 'StatefulSet', 'Role', 'Ingress'];
  const field = fc.constantFrom('template', 'spec', 'containers', 'env', 'data', 'ports', 'selector', 'volumes', 'rules', 'annotations', 'metadata', 'roleRef', 'tls');
  const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
    tree: fc.oneof({ depthSize: 'small' }, fc.jsonValue({ maxDepth: 1 }), fc.array(tie('tree'), { maxLength: 2 }), fc.dictionary(field, tie('tree'), { maxKeys: 4 })),
  }));
  const objects = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.dictionary(field, tree, { maxKeys: 4 })), { maxLength: 4 });
  const text = (list: readonly (readonly [string, object])[]) =>
    list.map(([kind, body]) => JSON.stringify({ ...body, apiVersion: 'v1', kind, metadata: { name: 'a', namespace: 'n' } })).join('\n---\n');
  const plain = (list: string) => verify(new ManifestSet({ files: readText('a.yaml', list).documents }), [], {}, []);
  fc.assert(fc.property(objects, objects, (a, b) => Array.isArray(review(plain(text(a)), plain(text(b))).added)), { numRuns: 50 });
});
