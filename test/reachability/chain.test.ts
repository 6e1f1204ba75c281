import { answer, deciding, denyAll, deployment, namespaceObject, networkOf, policy, service, shownPlace } from './support/network';

const SHOP = deployment('web', 'shop') + deployment('store', 'data') + service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80, targetPort: 8080 }] }');
const DNS_RULE = '{ ports: [{ port: 53, protocol: UDP }, { port: 53 }] }';
const egress = (...rules: string[]): string => policy('web', 'shop', `{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [${[DNS_RULE, ...rules].join(', ')}] }`);
const STORE = 'store.data.svc.cluster.local:80';

describe('the chain', () => {
  test('goes from the name to the ingress of the pods', () => {
    const { verdict, links } = answer(networkOf(SHOP), 'web', STORE);
    expect(links.map(({ kind }) => kind)).toEqual(['name', 'service', 'pods', 'dns', 'egress', 'ingress']);
    expect(verdict).toBe('allowed');
  });

  test('is decided by the first blocked link, even behind an unknown one', () => {
    expect(deciding(networkOf(SHOP + denyAll('shop')), 'web', 'store.elsewhere:80')).toBe('blocked at dns: not-selected');
  });

  test('is decided by the last link where all are open', () => {
    expect(answer(networkOf(SHOP), 'web', STORE).deciding.kind).toBe('ingress');
  });

  test('asks policies for the port of the pods', () => {
    const to = '{ to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: data } } }], ports: [{ port: 8080 }] }';
    expect(answer(networkOf(SHOP + egress(to)), 'web', STORE).verdict).toBe('allowed');
  });

  test('asks the ingress policies of the pods behind the Service', () => {
    expect(deciding(networkOf(SHOP + denyAll('data')), 'web', STORE)).toBe('blocked at ingress: not-selected');
  });

  test('takes the default from the user where no policy says it', () => {
    expect(deciding(networkOf(SHOP, { defaultDeny: ['data'] }), 'web', STORE)).toBe('blocked at ingress: not-selected');
  });

  test('has no DNS for an address', () => {
    const links = answer(networkOf(SHOP + denyAll('shop')), 'web', '8.8.8.8:443').links;
    expect(links.map(({ kind }) => kind)).toEqual(['name', 'egress']);
  });

  describe('to the pod itself', () => {
    const pod = '{ containers: [{ name: main, ports: [{ containerPort: 8080 }] }, { name: side, ports: [{ containerPort: 53, protocol: UDP }] }] }';
    const network = networkOf(deployment('web', 'shop', { podSpec: pod }) + denyAll('shop'));

    test.each([
      ['localhost:8080', undefined, 'allowed at name: open'],
      ['127.0.0.1:8080', undefined, 'allowed at name: open'],
      ['0.0.0.0:8080', undefined, 'allowed at name: open'],
      ['localhost:53', 'UDP', 'allowed at name: open'],
      ['localhost:53', undefined, 'unknown at name: not-known'],
      ['localhost:4222', undefined, 'unknown at name: not-known'],
    ])('%s over %s is %s', (to, protocol, expected) => expect(deciding(network, 'web', to, protocol)).toBe(expected));

    test('says that no container has the port', () => {
      const { links } = answer(network, 'web', 'localhost:4222');
      expect(links.map(({ text }) => text)).toEqual(['localhost is the pod itself, and no container of it declares port 4222']);
    });
  });

  test('asks for the name of an address', () => {
    expect(answer(networkOf(SHOP), 'web', '10-1-2-3.data.pod.cluster.local:80').links.map(({ kind }) => kind)).toEqual(['name', 'dns', 'egress']);
  });

  test('asks for the name of a pod that a Service of another namespace would have', () => {
    expect(answer(networkOf(SHOP), 'web', 'store-0.store.somewhere:80').deciding.fix).toBe('write store-0.store.somewhere.svc.cluster.local if it is a Service');
  });

  test('takes the address of a Service for the Service', () => {
    const text = deployment('web', 'shop') + service('store', 'shop', '{ clusterIP: 10.96.0.7, selector: { app: web }, ports: [{ port: 80 }] }');
    expect(deciding(networkOf(text), 'web', '10.96.0.7:81')).toBe('blocked at service: port-not-served');
  });

  test('does not take a headless Service for the one with an address', () => {
    const text = deployment('web', 'shop') + service('pods', 'shop', '{ clusterIP: None, selector: { app: web }, ports: [{ port: 9 }] }')
      + service('store', 'shop', '{ clusterIP: 10.96.0.7, selector: { app: web }, ports: [{ port: 80 }] }');
    expect(answer(networkOf(text), 'web', '10.96.0.7:81').deciding.text).toContain('Service shop/store does not serve TCP 81');
  });

  test('asks which zone is right for a Service of another one', () => {
    const { deciding: link } = answer(networkOf(SHOP), 'web', 'store.data.svc.k8s.internal:80');
    expect([link.verdict, link.text, link.fix]).toEqual([
      'unknown', 'store.data.svc.k8s.internal is in the zone k8s.internal, the cluster\'s is cluster.local', 'write .svc.cluster.local, or give the zone of the cluster',
    ]);
  });

  test('lets a workload with one pod reach itself behind closed policies', () => {
    const text = deployment('web', 'shop') + service('web', 'shop', '{ selector: { app: web }, ports: [{ port: 80 }] }') + egress();
    expect(answer(networkOf(text), 'web', 'web:80').verdict).toBe('allowed');
  });

  test('asks policies between the pods of one workload with replicas', () => {
    const text = deployment('web', 'shop').replace('spec:\n', 'spec:\n  replicas: 3\n')
      + service('web', 'shop', '{ selector: { app: web }, ports: [{ port: 80 }] }') + egress();
    expect(deciding(networkOf(text), 'web', 'web:80')).toBe('blocked at egress: not-admitted');
  });

  test.each([
    ['an autoscaler of it', '\n---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web, namespace: shop }\nspec: { scaleTargetRef: { kind: Deployment, name: web } }\n', 'blocked'],
    ['a ScaledObject, whose target is a Deployment by default', '\n---\napiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: { name: web, namespace: shop }\nspec: { scaleTargetRef: { name: web } }\n', 'blocked'],
    ['an autoscaler of another workload', '\n---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web, namespace: shop }\nspec: { scaleTargetRef: { kind: StatefulSet, name: web } }\n', 'allowed'],
    ['an autoscaler without a target', '\n---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web, namespace: shop }\n', 'allowed'],
  ])('asks policies between the pods of a workload without replicas by %s', (_, scaler, expected) => {
    const text = deployment('web', 'shop') + service('web', 'shop', '{ selector: { app: web }, ports: [{ port: 80 }] }') + egress() + scaler;
    expect(answer(networkOf(text), 'web', 'web:80').verdict).toBe(expected);
  });

  test.each([['parallelism: 3', 'blocked'], ['parallelism: 1', 'allowed']])('asks policies between the pods of a Job as its %s says', (spec, expected) => {
    const text = deployment('web', 'shop').replace('apps/v1', 'batch/v1').replace('kind: Deployment', 'kind: Job').replace('spec:\n', `spec:\n  ${spec}\n`)
      + service('web', 'shop', '{ selector: { app: web }, ports: [{ port: 80 }] }') + egress();
    expect(answer(networkOf(text), 'web', 'web:80').verdict).toBe(expected);
  });

  test('is blocked where one of several workloads behind a Service is', () => {
    const text = deployment('web', 'shop') + deployment('store', 'data', { labels: { app: 'store', set: 'a' } }) + deployment('spare', 'data', { labels: { app: 'store', set: 'b' } })
      + service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80 }] }')
      + policy('spare', 'data', '{ podSelector: { matchLabels: { set: b } }, ingress: [] }');
    expect(answer(networkOf(text), 'web', STORE).deciding.text).toContain('data/spare[Deployment]');
  });
});

describe('a Service that is in no manifest', () => {
  const listed = service('cache', 'data', '{ selector: { app: cache }, ports: [{ port: 80 }] }');

  test('is unknown without a state', () => {
    expect(deciding(networkOf(deployment('web', 'shop')), 'web', STORE)).toBe('unknown at service: not-known');
  });

  test('is missing where the state lists the Services of the namespace', () => {
    expect(deciding(networkOf(deployment('web', 'shop'), { state: listed }), 'web', STORE)).toBe('blocked at service: service-missing');
  });

  test('is missing in a closed world', () => {
    expect(deciding(networkOf(deployment('web', 'shop'), { closedWorld: true }), 'web', STORE)).toBe('blocked at service: service-missing');
  });

  test('is said to be elsewhere, with the full name there', () => {
    const state = listed + service('store', 'other', '{ selector: { app: store }, ports: [{ port: 80 }] }');
    const { deciding: link } = answer(networkOf(deployment('web', 'shop'), { state }), 'web', STORE);
    expect([link.reason, link.fix]).toEqual(['service-elsewhere', 'write store.other.svc.cluster.local']);
  });

  test('is said to be in each of the namespaces that have one of its name', () => {
    const state = listed + ['other', 'third'].map(namespace => service('store', namespace, '{ selector: { app: store }, ports: [{ port: 80 }] }')).join('');
    expect(answer(networkOf(deployment('web', 'shop'), { state }), 'web', STORE).deciding.fix).toBe('write store.other.svc.cluster.local, store.third.svc.cluster.local');
  });

  test('names the nearest one where no manifest names a namespace', () => {
    const text = deployment('web', '""') + service('cache', '""', '{ selector: { app: cache }, ports: [{ port: 80 }] }');
    expect(answer(networkOf(text, { closedWorld: true }), 'web', 'cash:80').deciding.fix).toBe('in namespace of the workload, did you mean cache?');
  });

  test('names the nearest one of the namespace', () => {
    const { deciding: link } = answer(networkOf(deployment('web', 'shop'), { state: listed }), 'web', 'cash.data.svc.cluster.local:80');
    expect(link.fix).toBe('in namespace data, did you mean cache?');
  });

  test('is blocked by policies that admit nothing of its namespace', () => {
    const to = '{ to: [{ podSelector: {} }] }';
    const known = namespaceObject('data');
    const network = networkOf(deployment('web', 'shop') + known + egress(to).replace(DNS_RULE, '{ to: [{ podSelector: {} }], ports: [{ port: 53, protocol: UDP }] }'));
    expect(deciding(network, 'web', STORE)).toBe('blocked at egress: other-namespace');
  });

  test('has a name that would be its own', () => {
    expect(answer(networkOf(deployment('web', 'shop'), { state: listed }), 'web', STORE).links[0].text)
      .toBe('store.data.svc.cluster.local would be Service store in namespace data, which does not exist');
  });

  test('needs no rule as long as it is missing', () => {
    const network = networkOf(deployment('web', 'shop') + egress(), { closedWorld: true });
    expect(answer(network, 'web', STORE).links.map(({ kind }) => kind)).toEqual(['name', 'service', 'dns']);
  });

  test('is said to be where one of its name serves the port', () => {
    const state = listed + [['other', 81], ['third', 80]].map(([namespace, port]) => service('store', `${namespace}`, `{ selector: { app: store }, ports: [{ port: ${port} }] }`)).join('');
    expect(answer(networkOf(deployment('web', 'shop'), { state }), 'web', STORE).deciding.fix).toBe('write store.third.svc.cluster.local');
  });

  test('is perhaps one of another name that serves the port elsewhere', () => {
    const state = listed.replace('port: 80', 'port: 6379') + service('warehouse', 'goods', '{ selector: { app: x }, ports: [{ port: 80 }] }')
      + service('unit', 'goods', '{ selector: { app: x }, ports: [{ port: 81 }] }');
    expect(answer(networkOf(deployment('web', 'shop'), { state }), 'web', STORE).deciding.fix).toBe('write warehouse.goods.svc.cluster.local');
  });

  test('is not one of many that serve the port elsewhere', () => {
    const state = listed.replace('port: 80', 'port: 6379') + ['a', 'b', 'c', 'd'].map(name => service(name, 'goods', '{ selector: { app: x }, ports: [{ port: 80 }] }')).join('');
    expect(answer(networkOf(deployment('web', 'shop'), { state }), 'web', STORE).deciding.fix).toBe('in namespace data, it holds cache');
  });

  test('may be what a search of dnsConfig makes of its name', () => {
    const web = (searches: string): string => deployment('web', 'data', { podSpec: `{ dnsConfig: { searches: ${searches} }, containers: [] }` });
    const verdict = (searches: string): string => deciding(networkOf(web(searches), { state: listed }), 'web', 'store:80');
    expect([verdict('[example.com]'), verdict('[other.svc.cluster.local]'), verdict('[data.svc.cluster.local]')])
      .toEqual(['unknown at name: not-known', 'unknown at name: not-known', 'blocked at service: service-missing']);
  });

  test('says what the searches of dnsConfig make of its name', () => {
    const web = deployment('web', 'data', { podSpec: '{ dnsConfig: { searches: [example.com] }, containers: [] }' });
    const { deciding: link } = answer(networkOf(web, { state: listed }), 'web', 'store:80');
    expect([link.text, shownPlace(link.place)])
      .toEqual(['store would be Service store in namespace data, or store.example.com by the searches of dnsConfig', 'Deployment/web spec.template.spec.dnsConfig']);
  });

  test('is the API server for kubernetes in default, which is never missing', () => {
    const state = service('other', 'default', '{ selector: { app: x }, ports: [{ port: 80 }] }');
    expect(deciding(networkOf(deployment('web', 'shop'), { state }), 'web', 'kubernetes.default.svc:443')).toBe('unknown at service: not-known');
  });
});

describe('an ExternalName Service', () => {
  const alias = (to: string): string => deployment('web', 'shop') + service('alias', 'shop', `{ type: ExternalName, externalName: ${to} }`);

  test('is a host outside, which selectors cannot match', () => {
    const text = alias('db.example.com') + egress('{ to: [{ namespaceSelector: {} }] }');
    expect(deciding(networkOf(text), 'web', 'alias:5432')).toBe('blocked at egress: not-admitted');
  });

  test('leads to the Service that it names', () => {
    const text = alias('store.data.svc.cluster.local') + SHOP;
    expect(answer(networkOf(text), 'web', 'alias:80').links.map(({ text: one }) => one)).toContain('Service data/store serves TCP 80');
  });

  test('that leads to itself comes to an end at the first repeat', () => {
    const { deciding: link, links } = answer(networkOf(alias('alias.shop.svc.cluster.local')), 'web', 'alias:80');
    expect([link.text, links.length]).toEqual(['Service shop/alias stands for alias.shop.svc.cluster.local, which leads in a circle', 3]);
  });

  test('may lead through many others', () => {
    const names = Array.from({ length: 12 }, (_, i) => service(`alias-${i}`, 'shop', `{ type: ExternalName, externalName: alias-${i + 1}.shop.svc.cluster.local }`));
    expect(answer(networkOf(SHOP + names.join('') + service('alias-12', 'shop', '{ type: ExternalName, externalName: api.example.com }')), 'web', 'alias-0:80').verdict).toBe('allowed');
  });

  test.each([
    ['store.svc.cluster.local', 'blocked at service: service-missing'],
    ['store.data', 'blocked at service: service-missing'],
    ['8.8.8.8', 'blocked at service: service-missing'],
    ['store', 'unknown at service: not-known'],
    ['store.data.svc.k8s.internal', 'unknown at service: not-known'],
  ])('for %s is %s', (to, expected) => expect(deciding(networkOf(SHOP + alias(to)), 'web', 'alias:80')).toBe(expected));

  test('that stands for nothing is at fault itself', () => {
    const { deciding: link } = answer(networkOf(SHOP + alias('store.data')), 'web', 'alias:80');
    expect([shownPlace(link.place), link.fix])
      .toEqual(['Service/alias spec.externalName', 'write the full name of a Service, service.namespace.svc.cluster.local, or a host that DNS knows']);
  });
});

describe('a host outside the cluster', () => {
  const to = (block: string): string => egress(`{ to: [{ ipBlock: ${block} }], ports: [{ port: 443 }] }`);

  test.each([
    ['a block of all addresses', '{ cidr: 0.0.0.0/0 }', 'allowed at egress: open'],
    ['a block of all public addresses', '{ cidr: 0.0.0.0/0, except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16] }', 'allowed at egress: open'],
    ['a block without some public addresses', '{ cidr: 0.0.0.0/0, except: [8.8.8.0/24] }', 'unknown at egress: not-known'],
    ['a narrow block', '{ cidr: 198.51.100.0/24 }', 'unknown at egress: not-known'],
    ['a block that is none', '{ cidr: everywhere }', 'blocked at egress: not-admitted'],
  ])('by %s', (_, block, expected) => {
    expect(deciding(networkOf(deployment('web', 'shop') + to(block)), 'web', 'api.example.com:443')).toBe(expected);
  });

  test('is admitted by halves that together are all addresses', () => {
    const halves = egress('{ to: [{ ipBlock: { cidr: 0.0.0.0/1 } }] }', '{ to: [{ ipBlock: { cidr: 128.0.0.0/1 } }] }');
    expect(answer(networkOf(deployment('web', 'shop') + halves), 'web', 'api.example.com:443').verdict).toBe('allowed');
  });

  test('is admitted by halves that stand beside selectors of pods', () => {
    const halves = egress('{ to: [{ podSelector: {} }, { ipBlock: { cidr: 0.0.0.0/1 } }] }', '{ to: [{ ipBlock: { cidr: 128.0.0.0/1 } }] }');
    expect(answer(networkOf(deployment('web', 'shop') + halves), 'web', 'api.example.com:443').verdict).toBe('allowed');
  });

  test('is not reached through a rule for another port', () => {
    expect(deciding(networkOf(deployment('web', 'shop') + to('{ cidr: 0.0.0.0/0 }')), 'web', 'api.example.com:80')).toBe('blocked at egress: not-admitted');
  });
});

describe('an address', () => {
  const to = (peer: string): string => deployment('web', 'shop') + egress(`{ to: [${peer}] }`).replace(DNS_RULE, '{ ports: [{ port: 53 }] }');

  test.each([
    ['public, in the block', '8.8.8.8:443', '{ ipBlock: { cidr: 8.8.8.0/24 } }', 'allowed at egress: open'],
    ['public, excepted', '8.8.8.8:443', '{ ipBlock: { cidr: 8.8.0.0/16, except: [8.8.8.0/24] } }', 'blocked at egress: not-admitted'],
    ['public, behind selectors', '8.8.8.8:443', '{ namespaceSelector: {} }', 'blocked at egress: not-admitted'],
    ['private, which may be a pod', '10.1.2.3:443', '{ namespaceSelector: {} }', 'unknown at egress: not-known'],
    ['private, in the block', '10.1.2.3:443', '{ ipBlock: { cidr: 10.0.0.0/8 } }', 'allowed at egress: open'],
    ['IPv6, in the block', '[2001:db8::1]:443', '{ ipBlock: { cidr: "2001:db8::/32" } }', 'allowed at egress: open'],
  ])('that is %s', (_, address, peer, expected) => {
    expect(deciding(networkOf(to(peer)), 'web', address)).toBe(expected);
  });
});

describe('an address that comes from a Secret', () => {
  test('is unknown where a rule admits the port', () => {
    expect(deciding(networkOf(deployment('web', 'shop') + egress('{ ports: [{ port: 3306 }] }')), 'web', ':3306')).toBe('unknown at name: not-known');
  });

  test('is blocked where no rule admits the port to anybody', () => {
    expect(deciding(networkOf(deployment('web', 'shop') + egress()), 'web', ':3306')).toBe('blocked at egress: not-admitted');
  });

  test('is blocked where no policy admits anything', () => {
    const { links } = answer(networkOf(deployment('web', 'shop') + denyAll('shop')), 'web', ':3306');
    expect(links.map(({ verdict, reason }) => `${verdict} ${reason}`)).toEqual(['unknown not-known', 'blocked not-selected', 'blocked not-selected']);
  });

  test('says the rule that is missing', () => {
    const { deciding: link } = answer(networkOf(deployment('web', 'shop') + egress()), 'web', ':3306');
    expect([shownPlace(link.place), link.fix]).toEqual(['NetworkPolicy/web spec.egress', 'add a rule that admits TCP 3306 to the endpoint']);
  });
});
