import * as fc from 'fast-check';
import { printChart } from '../../../src/adopt/code';
import { adopted, body } from '../support/adopted';

const CONFIG = `
apiVersion: v1
kind: ConfigMap
metadata: { name: rates-config, namespace: shop, labels: { app: rates } }
data:
  # How many quotes are kept
  DEPTH: "20"
  ORDERS_URL: http://orders/quote
`;

const POD = (container: string) => `
  template:
    metadata: { labels: { app: rates, version: "1" } }
    spec:
      containers:
        - name: main
          image: shop/rates:1
          securityContext: { runAsUser: 1000, readOnlyRootFilesystem: true }
${container.replace(/^/gm, '          ')}
`;

const DEPLOYMENT = (container = '') => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: rates, namespace: shop }
spec:
  selector: { matchLabels: { app: rates } }${POD(container)}`;

const STATE = `
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: shop }
spec: { selector: { app: orders }, ports: [{ port: 80, targetPort: 8080 }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: petrosa-common-config, namespace: shop }
data: { NATS_ENABLED: "true", NATS_URL: "nats://bus.nats.svc.cluster.local:4222", LOG_LEVEL: INFO }
`;

describe('adoptSet', () => {
  it('writes a ConfigMap with the addresses of Services as endpoints, and its comments', () => {
    expect(body(CONFIG, { state: STATE })).toBe(`new AppConfig(this, 'config', {
  name: 'rates-config',
  labels: { app: 'rates' },
  data: {
    // How many quotes are kept
    DEPTH: '20',
  },
  endpoints: {
    ORDERS_URL: ServiceEndpoint.http({
      service: 'orders',
      namespace: 'shop',
      port: 80,
      podPort: 8080,
      podLabels: { app: 'orders' },
      path: '/quote',
    }),
  },
});`);
  });

  it('writes a Deployment with its identity, and leaves out what the library takes anyway', () => {
    expect(body(DEPLOYMENT('imagePullPolicy: Always'))).toBe(`new NatsAwareDeployment(this, 'deployment', {
  metadata: { name: 'rates' },
  labels: { app: 'rates' },
  podMetadata: { labels: { version: '1' } },
  replicas: 1,
  containers: [{ name: 'main', image: 'shop/rates:1', securityContext: { user: 1000 } }],
});`);
  });

  it('connects to the server of the shared config, and wires its other keys under their names', () => {
    const env = `env:
  - { name: NATS_URL, valueFrom: { configMapKeyRef: { name: petrosa-common-config, key: NATS_URL } } }
  - { name: LEVEL, valueFrom: { configMapKeyRef: { name: petrosa-common-config, key: LOG_LEVEL } } }`;
    const code = body(DEPLOYMENT(env), { state: STATE });
    expect(code).toContain(`const commonConfig = PetrosaCommonConfig.fromConfigMapName(this, 'common-config', {
  nats: NatsServer.of({ service: 'bus', namespace: 'nats' }),
});`);
    expect(code).toContain('  config: commonConfig,\n');
    expect(code).toContain("rates.useConfig(commonConfig, { keys: ['LOG_LEVEL'], rename: { LOG_LEVEL: 'LEVEL' } });");
  });

  it('connects by a key of an own config that holds the address of a Service', () => {
    const env = 'env: [{ name: ORDERS, valueFrom: { configMapKeyRef: { name: rates-config, key: ORDERS_URL } } }]';
    expect(body(CONFIG + DEPLOYMENT(env), { state: STATE })).toContain("rates.connectTo(settings.endpoint('ORDERS_URL'), { env: 'ORDERS' });");
  });

  it('puts an address that was a literal into the config of the chart', () => {
    const code = body(CONFIG + DEPLOYMENT('env: [{ name: NATS_URL, value: "nats://bus.nats:4222" }]'), {
      state: `${STATE}---
apiVersion: v1
kind: Service
metadata: { name: bus, namespace: nats }
spec: { ports: [{ port: 4222 }] }
---
apiVersion: v1
kind: Namespace
metadata: { name: nats }
`,
    });
    expect(code).toContain('config: commonConfig');
  });

  it('makes a config for an address where the chart has none', () => {
    const app = adopted(DEPLOYMENT('env: [{ name: NATS_URL, value: "nats://bus.nats.svc.cluster.local:4222" }]'));
    expect(printChart(app.charts[0])).toContain("new AppConfig(this, 'config', { name: 'rates-config' })");
    expect(app.added).toEqual([{ id: 'shop/ConfigMap/rates-config', why: 'addresses and settings of NATS come from a ConfigMap (rule book §10)' }]);
  });

  it('wires keys of a Secret', () => {
    const env = 'env: [{ name: TOKEN, valueFrom: { secretKeyRef: { name: rates-secrets, key: token } } }]';
    expect(body(DEPLOYMENT(env))).toContain("rates.useSecret(secrets, { keys: ['token'], rename: { token: 'TOKEN' } });");
  });

  it('invents no host for a database whose address a Secret holds', () => {
    const env = 'env: [{ name: MYSQL_URI, valueFrom: { secretKeyRef: { name: rates-secrets, key: MYSQL_URI } } }]';
    expect(body(DEPLOYMENT(env)).split('\n').at(-1)).toBe("rates.useSecret(secrets, { keys: ['MYSQL_URI'] });");
  });

  it('connects once to a server that a command names as well as a key', () => {
    const env = 'args: ["--nats=nats://bus.nats.svc:4222"]\nenv: [{ name: NATS_URL, value: "nats://bus.nats.svc.cluster.local:4222" }]';
    expect(body(DEPLOYMENT(env)).match(/connectTo/g)).toHaveLength(1);
  });

  it('connects to each host outside that opens the same', () => {
    const env = 'env: [{ name: A_HOST, value: a.rates.example.com }, { name: A_PORT, value: "443" }, { name: B_HOST, value: b.rates.example.com }, { name: B_PORT, value: "443" }]';
    expect(body(DEPLOYMENT(env)).match(/connectTo\(ExternalHost/g)).toHaveLength(2);
  });

  it('connects by host and port that stand apart', () => {
    const env = 'env: [{ name: MYSQL_HOST, value: db.rates.example.com }, { name: MYSQL_PORT, value: "3306" }]';
    expect(body(DEPLOYMENT(env))).toContain("rates.connectTo(ExternalHost.of({ host: 'db.rates.example.com', port: 3306 }));");
  });

  it('sets fields that no prop has by patches, with the names and types of cdk8s-plus', () => {
    const text = DEPLOYMENT().replace('    spec:\n', '    spec:\n      hostPID: true\n').replace('spec:\n  selector', 'spec:\n  strategy: { rollingUpdate: { maxSurge: 1 } }\n  selector');
    expect(body(text)).toContain(`ApiObject.of(rates).addJsonPatch(
  JsonPatch.add('/spec/strategy', { rollingUpdate: { maxSurge: kplus.k8s.IntOrString.fromNumber(1) } }),
  JsonPatch.add('/spec/template/spec/hostPid', true),
);`);
  });

  it('adds variables that constructs refuse by patches', () => {
    expect(body(DEPLOYMENT('env: [{ name: API_KEY, value: hunter2hunter2 }]'))).toContain("JsonPatch.add('/spec/template/spec/containers/0/env', [{");
  });

  it('patches a field of a workload that is asked for', () => {
    const patched = { object: 'Deployment rates', path: 'spec.template.spec.containers[main].image', before: 'shop/rates:1' };
    expect(body(DEPLOYMENT(), { patched })).toContain("JsonPatch.add('/spec/template/spec/containers/0/image', 'shop/rates:1')");
  });

  it('takes a field away that is asked for and that the input does not have', () => {
    const patched = { object: 'Deployment rates', path: 'spec.minReadySeconds' };
    expect(body(DEPLOYMENT(), { patched })).toContain("JsonPatch.remove('/spec/minReadySeconds')");
  });

  it('writes an object as it is where its construct was refused, and says why', () => {
    expect(body(DEPLOYMENT(), { raw: ['Deployment rates'] })).toMatch(/^\/\/ An ApiObject, since its construct refuses it\nnew ApiObject\(this, 'deployment', \{\n {2}apiVersion: 'apps\/v1',/);
  });

  it('writes an object as it is of which a field would be another one, and tells it', () => {
    const { kept } = adopted(CONFIG, { patched: { object: 'ConfigMap rates-config', path: 'data.DEPTH', before: '20' } });
    expect(kept.map(({ object, why }) => [object.kind, why])).toEqual([['ConfigMap', 'its construct would render another data.DEPTH']]);
  });

  it('keeps a workload that the library has no construct for, and tells it', () => {
    const { kept } = adopted('apiVersion: apps/v1\nkind: ReplicaSet\nmetadata: { name: bus, namespace: shop }\nspec: { template: { spec: { containers: [{ name: bus }] } } }\n');
    expect(kept.map(({ why }) => why)).toEqual(['the library has no construct for apps/v1 ReplicaSet']);
  });

  it('takes the namespace of the chart from an object that has none', () => {
    const role = '---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: reader }\n';
    expect(body(CONFIG + role)).toContain("JsonPatch.remove('/metadata/namespace')");
  });

  it('leaves out what is for a tool and no object of the cluster', () => {
    const app = adopted(`${CONFIG}---\napiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n`);
    expect(app.departures.filter(({ path }) => path === '').map(({ object }) => object.kind)).toEqual(['Kustomization']);
  });

  it.each([
    ['lists files has nothing to decide', 'resources: [k8s.yaml]', []],
    ['changes them has to be rendered before', 'resources: [k8s.yaml]\nnamePrefix: prod-\npatches: []',
      ['what is applied is changed by namePrefix, patches; render with kubectl kustomize and adopt the result']],
  ])('says that a Kustomization that %s', (_, fields, decisions) => {
    const app = adopted(`${CONFIG}---\napiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${fields}\n`);
    expect(app.decisions.map(({ what }) => what)).toEqual(decisions);
  });

  it('writes an object once that is defined twice in the same words', () => {
    expect(body(`${CONFIG}---\n${CONFIG}`)).toBe(body(CONFIG));
  });

  it.each([['shop/k8s/a.yaml', 'shop'], ['k8s/a.yaml', 'rates-config'], ['app/a.yaml', 'app'], ['shop/k8s/generated/a.yaml', 'shop']])('names the chart of %s %s', (file, id) => {
    expect(adopted(CONFIG, { file }).charts.map(chart => chart.id)).toEqual([id]);
  });

  describe('of two namespaces in a folder', () => {
    const job = (namespace: string) => `---
apiVersion: batch/v1
kind: Job
metadata: { name: fill, namespace: ${namespace} }
spec: { template: { metadata: { labels: { app: fill } }, spec: { restartPolicy: Never, containers: [{ name: fill, image: shop/fill:1 }] } } }
`;
    const charts = (text: string, file = 'shop/k8s.yaml') => adopted(text, { file }).charts.map(chart => [chart.id, chart.namespace]);

    it.each([
      ['named after the namespace', 'shop/k8s.yaml', [['shop-lab', 'lab'], ['shop', 'shop']]],
      ['named after the namespace alone where it says the folder', 'la/k8s.yaml', [['lab', 'lab'], ['la-shop', 'shop']]],
      ['named after the folder alone where it says the namespace', 'my-lab/k8s.yaml', [['my-lab', 'lab'], ['my-lab-shop', 'shop']]],
    ])('makes a chart of each that has workloads, %s', (_, file, expected) => {
      expect(charts(job('lab') + job('shop'), file)).toEqual(expected);
    });

    it('makes one chart where one of them has no workload', () => {
      expect(charts(`${job('shop')}---\n${CONFIG.replace('namespace: shop', 'namespace: lab')}`)).toHaveLength(1);
    });

    it('makes one chart where an object is left to kubectl apply -n', () => {
      expect(charts(`${job('shop')}${job('lab')}---\n${CONFIG.replace(', namespace: shop', '')}`)).toEqual([['shop', undefined]]);
    });

    it('puts a Namespace to its objects, and what is of no namespace to the first', () => {
      const others = ['Namespace', 'ClusterRole'].map(kind => `---\napiVersion: v1\nkind: ${kind}\nmetadata: { name: shop }\n`).join('');
      const kinds = adopted(job('lab') + job('shop') + others).charts.map(chart => ['Namespace', 'ClusterRole'].filter(kind => printChart(chart).includes(`'${kind}'`)));
      expect(kinds).toEqual([['ClusterRole'], ['Namespace']]);
    });
  });

  it('tells of a Secret whose values the code has, and not the values', () => {
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata: { name: rates-secrets, namespace: shop }\nstringData: { TOKEN: hunter2 }\n';
    expect(adopted(secret).decisions.map(({ what }) => what)).toEqual([
      'the code has the values of rates-secrets (TOKEN) as they are; keep it out of version control, or make the Secret elsewhere',
    ]);
  });

  it.each([
    ['of a construct', []],
    ['that is kept as it is', ['Deployment rates']],
  ])('tells of the credentials among the variables of a workload %s, and not the values', (_, raw) => {
    const env = ['PASSWORD: hunter2', 'PASSWORD: hunter3', 'DATABASE_URL: "postgres://rates:hunter2@db.example.com/rates"', 'MODE: fast', 'PGPASSWORD: $(PASSWORD)'];
    const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: rates, namespace: shop }
spec:
  selector: { matchLabels: { app: rates } }
  template:
    metadata: { labels: { app: rates } }
    spec: { containers: [{ name: main, image: "shop/rates:1", env: [${env.map(each => `{ name: ${each.replace(': ', ', value: ')} }`).join(', ')}, { name: SECRET, valueFrom: {} }] }] }
`;
    const told = adopted(deployment, { raw }).decisions.map(({ what }) => what).filter(what => what.startsWith('the code has'));
    expect(told).toEqual(['PASSWORD', 'DATABASE_URL'].map(name =>
      `the code has the value of ${name} of container main as it is; put it into a Secret that is made elsewhere, and read it by useSecret`));
  });

  it('has nothing to tell of a Secret without values', () => {
    expect(adopted('apiVersion: v1\nkind: Secret\nmetadata: { name: rates-secrets, namespace: shop }\n').decisions).toEqual([]);
  });

  it('writes one statement at least for each object, whatever fields it has', () => {
    const json = fc.jsonValue({ maxDepth: 4 });
    const object = fc.record({ kind: fc.constantFrom('Deployment', 'ConfigMap', 'Service', 'NetworkPolicy', 'CronJob', 'Job', 'HorizontalPodAutoscaler', 'Widget'), spec: json, data: json });
    fc.assert(fc.property(fc.uniqueArray(object, { maxLength: 4, selector: ({ kind }) => kind }), objects => {
      const versions: Record<string, string> = { Deployment: 'apps/v1', CronJob: 'batch/v1', Job: 'batch/v1', NetworkPolicy: 'networking.k8s.io/v1' };
      const text = objects.map(({ kind, spec, data }) =>
        `---\n${JSON.stringify({ apiVersion: versions[kind] ?? 'v1', kind, metadata: { name: `a-${kind.toLowerCase()}`, namespace: 'shop' }, spec, data })}\n`).join('');
      const printed = adopted(text).charts.map(printChart).join('');
      for (const { kind } of objects) expect(printed).toContain(`'a-${kind.toLowerCase()}'`);
    }), { numRuns: 30 });
  });
});
