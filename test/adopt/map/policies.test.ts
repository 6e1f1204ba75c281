import { adopted, body } from '../support/adopted';
import { proven } from '../support/proven';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: rates, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: rates } }
  template:
    metadata: { labels: { app: rates } }
    spec:
      containers:
        - name: main
          image: shop/rates:1
          ports: [{ name: http, containerPort: 8080 }]
          env: [{ name: API_URL, value: https://api.rates.example.com }]
          securityContext: { runAsUser: 1000, readOnlyRootFilesystem: true }
          volumeMounts: [{ name: cache, mountPath: /cache }]
      volumes: [{ name: cache, emptyDir: {} }]
`;

const policy = (direction: 'Egress' | 'Ingress', rules: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: rates-policy, namespace: shop, labels: { app: rates } }
spec:
  podSelector: { matchLabels: { app: rates } }
  policyTypes: [${direction}]
  ${direction.toLowerCase()}:
${rules}`;

const SERVICE = `---
apiVersion: v1
kind: Service
metadata: { name: rates, namespace: shop }
spec: { selector: { app: rates }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
`;

const OWN_NAMESPACE = '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: shop } } }';
const MONITORING = '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }';

describe('adoptSet, of policies', () => {
  it('gives the derived policy the name of the one that it replaces', () => {
    const dns = '    - { to: [], ports: [{ port: 53, protocol: UDP }] }\n';
    const code = body(DEPLOYMENT + policy('Egress', dns));
    expect(code).toContain("egressPolicyName: 'rates-policy',");
    expect(code).toContain("rates.connectTo(HttpsApi.of('api.rates.example.com'));");
  });

  it.each([
    ['labels', 'labels: { app: rates, team: a }', "labels: { app: 'rates', team: 'a' },"],
    ['annotations', 'annotations: { owner: trading }', "annotations: { owner: 'trading' },"],
  ])('writes a policy whose %s say more than its selector as one of its own', (_, metadata, written) => {
    const rule = '    - { to: [{ ipBlock: { cidr: 203.0.113.0/24 } }], ports: [{ port: 9000 }] }\n';
    expect(body(DEPLOYMENT + policy('Egress', rule).replace('labels: { app: rates } }', `${metadata} }`))).toContain(`new EgressPolicy(this, 'egress-policy', {
  name: 'rates-policy',
  ${written}
`);
  });

  it('does not take the place of an ingress policy whose annotations the derived one would lose', () => {
    const rule = `    - { from: [${OWN_NAMESPACE}], ports: [{ port: 8080 }] }\n`;
    expect(body(DEPLOYMENT + SERVICE + policy('Ingress', rule).replace('labels: { app: rates } }', 'annotations: { owner: trading } }'))).not.toContain('exposeHttp');
  });

  it('keeps a rule that no connection covers as an endpoint, with its comment', () => {
    const rule = '    # The warehouse\n    - { to: [{ ipBlock: { cidr: 203.0.113.0/24 } }], ports: [{ port: 9000 }] }\n';
    expect(body(DEPLOYMENT + policy('Egress', rule))).toContain(`rates.connectTo({
  description: '203.0.113.0/24, TCP 9000',
  inCluster: false,
  needsDns: true,
  egress: [
    // The warehouse
    { peers: [{ cidr: '203.0.113.0/24' }], ports: [{ port: 9000 }] },
  ],
  variables: [],
});`);
  });

  it('names such rules where several workloads share the policy, and connects each to them', () => {
    const cronJob = (name: string) => `apiVersion: batch/v1
kind: CronJob
metadata: { name: ${name}, namespace: shop }
spec:
  schedule: "5 * * * *"
  jobTemplate:
    spec:
      template:
        metadata: { labels: { app: rates } }
        spec: { restartPolicy: Never, containers: [{ name: main, image: shop/rates:1, env: [{ name: API_URL, value: https://api.rates.example.com }] }] }
---
`;
    const rule = '    # The warehouse\n    - { to: [{ ipBlock: { cidr: 203.0.113.0/24 } }], ports: [{ port: 9000 }] }\n';
    const code = body(cronJob('hourly') + cronJob('daily') + policy('Egress', rule).replace('---\n', ''));
    expect(code).toContain('const ratesPolicy = {');
    expect(code.match(/\.connectTo\(ratesPolicy\);/g)).toHaveLength(2);
  });

  it('keeps a policy with a rule that the library cannot say', () => {
    const rule = '    - { to: [{ podSelector: { matchExpressions: [{ key: app, operator: Exists }] } }], ports: [{ port: 9000 }] }\n';
    expect(body(DEPLOYMENT + policy('Egress', rule))).toContain("new ApiObject(this, 'network-policy', {");
  });

  it('writes a policy that selects pods of another workload as well as one of its own', () => {
    const other = `---\n${DEPLOYMENT.replace('name: rates,', 'name: other,')}`;
    const rule = '    - { to: [{ ipBlock: { cidr: 203.0.113.0/24 } }], ports: [{ port: 9000 }] }\n    - { ports: [{ port: 53, protocol: UDP }] }\n';
    expect(body(DEPLOYMENT + other + policy('Egress', rule), { raw: ['Deployment other'] })).toContain(`new EgressPolicy(this, 'egress-policy', {
  name: 'rates-policy',
  labels: { app: 'rates' },
  selects: PodSelection.workload(rates),
  endpoints: [{
    description: '203.0.113.0/24, TCP 9000',
    inCluster: false,
    needsDns: true,
    egress: [{ peers: [{ cidr: '203.0.113.0/24' }], ports: [{ port: 9000 }] }],
    variables: [],
  }],
});`);
  });

  it('selects pods by labels where the chart has no workload with them', () => {
    const rule = '    - { from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 8080 }] }\n';
    expect(body(policy('Ingress', rule).replace('---\n', ''))).toBe(`new IngressPolicy(this, 'ingress-policy', {
  name: 'rates-policy',
  labels: { app: 'rates' },
  selects: PodSelection.labels({ app: 'rates' }),
  admits: [{ peers: [{ namespace: 'shop', podLabels: { app: 'web' } }], ports: [{ port: 8080 }] }],
});`);
  });

  it('names the namespace of a policy where that is not the one of the chart', () => {
    const rule = '    - { from: [{ podSelector: {} }], ports: [{ port: 8080 }] }\n';
    const others = ['a', 'b'].map(name => `---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: bank }\n`).join('');
    expect(body(policy('Ingress', rule).replace('---\n', '') + others)).toContain("namespace: 'shop',");
  });

  it.each([
    ['Ingress, Egress', "new DefaultDenyPolicy(this, 'default-deny-policy', { name: 'all' });"],
    ['Ingress', "new DefaultDenyPolicy(this, 'default-deny-policy', { name: 'all', egress: false });"],
    ['Egress', "new DefaultDenyPolicy(this, 'default-deny-policy', { name: 'all', ingress: false });"],
  ])('writes a policy that closes %s for all pods as the denial that it is', (types, code) => {
    const denial = `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: all, namespace: shop }\nspec: { podSelector: {}, policyTypes: [${types}] }\n`;
    expect(body(denial)).toBe(code);
  });

  const kept = (text: string) => adopted(text).kept.map(({ why }) => why);
  it.each([
    ['of both directions', policy('Ingress', '    - { from: [{ podSelector: {} }], ports: [{ port: 1 }] }\n').replace('[Ingress]', '[Ingress, Egress]'),
      'it limits both directions, and a construct limits one'],
    ['that lets nothing through to some pods', policy('Ingress', '    []\n'), 'it lets nothing through, and constructs for single pods have to let something through'],
    ['for pods by an expression', policy('Ingress', '    - {}\n').replace('matchLabels: { app: rates }', 'matchExpressions: [{ key: app, operator: Exists }]'),
      'no construct can say which pods it selects'],
    ['of an old version', policy('Ingress', '    - {}\n').replace('networking.k8s.io/v1', 'extensions/v1beta1'),
      'the library has no construct for extensions/v1beta1 NetworkPolicy'],
    ['that admits everybody', policy('Ingress', '    - { ports: [{ port: 80 }] }\n'), 'no construct can say spec.ingress[0], anywhere TCP 80'],
    ['that admits addresses', policy('Ingress', '    - { from: [{ ipBlock: { cidr: 10.0.0.0/8 } }], ports: [{ port: 80 }] }\n'),
      'no construct can say spec.ingress[0], 10.0.0.0/8 TCP 80'],
    ['to everybody', policy('Egress', '    - { to: [{ podSelector: {} }], ports: [{ port: 1 }] }\n    - { ports: [{ port: 80 }] }\n'),
      'no construct can say spec.egress[1], anywhere TCP 80'],
    ['to a port by its name', policy('Egress', '    - { to: [{ podSelector: {} }], ports: [{ port: web }] }\n'),
      'no construct can say spec.egress[0], namespace shop TCP web'],
  ])('keeps a policy %s, with the reason', (_, text, why) => {
    expect(kept(text.replace('---\n', ''))).toEqual([why]);
  });

  it('says the reason above the policy', () => {
    const text = policy('Ingress', '    - { ports: [{ port: 80 }] }\n').replace('---\n', '');
    expect(body(text)).toMatch(/^\/\/ An ApiObject, since no construct can say spec\.ingress\[0\], anywhere TCP 80\nnew ApiObject\(/);
  });

  it('gives the connections of a workload another name than that of a policy that stays', () => {
    const rule = '    - { to: [{ namespaceSelector: {} }], ports: [{ port: 8080 }] }\n';
    const code = (name: string) => body(DEPLOYMENT + policy('Egress', rule).replace('rates-policy', name));
    expect([code('rates-egress'), code('rates-ways')].map(text => /egressPolicyName: '(.*)'/.exec(text)?.[1])).toEqual(['rates-connections', undefined]);
  });

  it.each([
    ['an ingress policy for pods of its own namespace', policy('Ingress', '    - { from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 8080 }] }\n'), []],
    ['a workload beside a policy that no construct can say',
      policy('Egress', '    - { to: [{ namespaceSelector: {} }], ports: [{ port: 443 }] }\n').replace('rates-policy', 'rates-egress'),
      ['rates-egress: its construct would render another spec.egress[namespaces * TCP 443]']],
  ])('proves %s', (_, text, expected) => {
    expect(proven(DEPLOYMENT + text).proof.app.kept.map(({ object, why }) => `${object.name}: ${why}`)).toEqual(expected);
  });

  it.each([
    ['DNS anywhere is one to the servers of names', '    - { to: [{ namespaceSelector: {} }], ports: [{ port: 53, protocol: UDP }] }\n', true],
    ['a port of connections is theirs', '    - { to: [{ namespaceSelector: {} }], ports: [{ port: 443 }, { port: 53 }] }\n', true],
    ['another port is not', '    - { to: [{ namespaceSelector: {} }], ports: [{ port: 443 }, { port: 80 }] }\n', false],
    ['all ports is not', '    - { to: [{ namespaceSelector: {} }] }\n', false],
  ])('takes a rule for all namespaces for what is connected to: that for %s', (_, rule, isTaken) => {
    expect(body(DEPLOYMENT + policy('Egress', rule)).includes("egressPolicyName: 'rates-policy'")).toBe(isTaken);
  });

  it('exposes a Service whose ingress policy admits the own namespace and others', () => {
    const rule = `    - { from: [${OWN_NAMESPACE}, ${MONITORING}], ports: [{ port: 8080 }] }\n`;
    const code = body(DEPLOYMENT + SERVICE + policy('Ingress', rule));
    expect(code).toContain("ingressPolicyName: 'rates-policy',");
    expect(code).toContain("rates.exposeHttp({ targetPort: 8080, fromNamespaces: ['monitoring'] });");
  });

  it('writes an ingress policy that admits others only as one of the library', () => {
    const rule = `    - { from: [${MONITORING}], ports: [{ port: 8080 }] }\n`;
    expect(body(DEPLOYMENT + SERVICE + policy('Ingress', rule))).toContain(`new IngressPolicy(this, 'ingress-policy', {
  name: 'rates-policy',
  labels: { app: 'rates' },
  selects: PodSelection.workload(rates),
  admits: [{ peers: [{ namespace: 'monitoring' }], ports: [{ port: 8080 }] }],
});`);
  });

  it('isolates no pods that nothing isolates: their Service is one of cdk8s-plus', () => {
    expect(body(DEPLOYMENT + SERVICE)).toContain(`new kplus.Service(this, 'service', {
  metadata: { name: 'rates' },
  selector: rates,
  ports: [{ name: 'http', port: 80, targetPort: 8080 }],
});`);
  });

  it('mounts a volume where it is used', () => {
    expect(body(DEPLOYMENT)).toContain("volumeMounts: [{ path: '/cache', volume: kplus.Volume.fromEmptyDir(this, 'cache', 'cache') }],");
  });

  it('lets the autoscaler decide on replicas', () => {
    const scaler = `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: rates, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: rates }
  minReplicas: 1
  maxReplicas: 3
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }]
  behavior:
    scaleUp: { stabilizationWindowSeconds: 60, policies: [{ type: Pods, value: 2, periodSeconds: 15 }] }
    scaleDown: { stabilizationWindowSeconds: 300, policies: [{ type: Percent, value: 10, periodSeconds: 60 }] }
`;
    const text = DEPLOYMENT.replace('replicas: 2', 'replicas: 5') + scaler;
    expect(body(text)).not.toContain('replicas: 5');
    expect(body(text)).toContain("new kplus.HorizontalPodAutoscaler(this, 'autoscaler', {");
    expect(adopted(text).departures.map(({ path, code }) => [path, code])).toEqual([['spec.replicas', 'OBJ519']]);
  });

  it('says which earlier workload shares its pods', () => {
    const job = `---
apiVersion: batch/v1
kind: Job
metadata: { name: fill, namespace: shop }
spec:
  template:
    metadata: { labels: { app: rates, task: fill } }
    spec: { restartPolicy: OnFailure, containers: [{ name: fill, image: shop/rates:1 }] }
`;
    const code = body(DEPLOYMENT + job);
    expect(code).toContain('sharesPodsWith: [rates],');
    expect(code).toContain('restartPolicy: kplus.RestartPolicy.ON_FAILURE,');
  });

  it('writes a CronJob with its schedule and what differs from the defaults', () => {
    const cronJob = `apiVersion: batch/v1
kind: CronJob
metadata: { name: sweep, namespace: shop }
spec:
  schedule: "*/5 * * * *"
  concurrencyPolicy: Forbid
  successfulJobsHistoryLimit: 1
  jobTemplate:
    spec:
      backoffLimit: 2
      template:
        metadata: { labels: { app: sweep } }
        spec: { restartPolicy: Never, containers: [{ name: sweep, image: shop/sweep:1 }] }
`;
    expect(body(cronJob)).toBe(`new NatsAwareCronJob(this, 'cron-job', {
  metadata: { name: 'sweep' },
  labels: { app: 'sweep' },
  schedule: JobSchedule.expression('*/5 * * * *'),
  successfulJobsRetained: 1,
  backoffLimit: 2,
  containers: [{
    name: 'sweep',
    image: 'shop/sweep:1',
    securityContext: { ensureNonRoot: false, readOnlyRootFilesystem: false },
  }],
});`);
  });
});
