import { correct } from '../../support/corrections';
import { configObject } from '../../support/facts';

const service = (id: string, ports: string, more = ''): string => {
  const [namespace, name] = id.split('/');
  return `---\napiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: { selector: { app: ${name} }, ${more} ports: ${ports} }\n`;
};
const OTHER = service('shop/web', '[{ port: 80 }]');

/** What a rule makes of an address in a ConfigMap of the namespace shop: the address, or what is to decide; undefined where the rule offers nothing. */
function corrected(code: string, url: string, state: string, name = 'BILLING_URL'): string | undefined {
  const before = configObject('ConfigMap', 'settings', `{ ${name}: "${url}" }`);
  const { text, decisions } = correct(code, before, { state });
  return decisions[0] ?? (text === before ? undefined : /: "(.*)"/.exec(text)![1]);
}

describe('a Service of another namespace', () => {
  test.each([
    ['gets its full name', 'http://billing/invoices?a=b', service('accounts/billing', '[{ port: 80 }]'), 'http://billing.accounts.svc.cluster.local/invoices?a=b'],
    ['gets its full name before the port that it serves', 'http://billing:8080/', service('accounts/billing', '[{ port: 8080 }]'), 'http://billing.accounts.svc.cluster.local:8080/'],
    ['gets its only port where it does not serve the one that is written', 'http://billing:8080', service('accounts/billing', '[{ port: 80 }]'), 'http://billing.accounts.svc.cluster.local:80'],
    ['keeps the port where it is headless', 'http://billing:8080', service('accounts/billing', '[{ port: 80 }]', 'clusterIP: None,'), 'http://billing.accounts.svc.cluster.local:8080'],
    ['keeps the port where it is a name for a host outside', 'http://billing:8080', service('accounts/billing', '[]', 'type: ExternalName, externalName: a.example,'), 'http://billing.accounts.svc.cluster.local:8080'],
    ['is to decide where it serves several other ports', 'http://billing:1', service('accounts/billing', '[{ name: a, port: 80 }, { name: b, port: 81 }]'),
      'write one of the ports of Service accounts/billing into the address: 80 (a) or 81 (b)'],
    ['is to decide where two are called so', 'http://billing', service('other/billing', '[{ port: 80 }]') + service('accounts/billing', '[{ port: 80 }]'),
      'write the full name of the Service that is meant: accounts/billing or other/billing'],
    ['is nothing that is certain where none is called so', 'http://billing', '', undefined],
    ['keeps user info and driver', 'mysql+pymysql://$(DB_USER):$(DB_PASSWORD)@billing:3306/a', service('accounts/billing', '[{ port: 3306 }]'),
      'mysql+pymysql://$(DB_USER):$(DB_PASSWORD)@billing.accounts.svc.cluster.local:3306/a'],
    ['keeps the prefix of JDBC', 'jdbc:mysql://billing:3306/a', service('accounts/billing', '[{ port: 3306 }]'), 'jdbc:mysql://billing.accounts.svc.cluster.local:3306/a'],
    ['is to correct by hand in a list', 'mongodb://billing:27017,ledger:27017/a', service('accounts/billing', '[{ port: 27017 }]'), 'correct the servers of the list one by one'],
  ])('%s', (_, url, services, expected) => {
    expect(corrected('URL111', url, services + OTHER)).toBe(expected);
  });

  const hosts = (port: string): string => configObject('ConfigMap', 'settings', `{ MYSQL_HOST: billing, MYSQL_PORT: "${port}" }`);

  test('gets its full name where its host stands alone', () => {
    expect(correct('URL111', hosts('3306'), { state: service('accounts/billing', '[{ port: 3306 }]') + OTHER }).text)
      .toBe(hosts('3306').replace('HOST: billing', 'HOST: billing.accounts.svc.cluster.local'));
  });

  test('is to decide where its host stands alone and the port is another', () => {
    expect(correct('URL111', hosts('3307'), { state: service('accounts/billing', '[{ port: 3306 }]') + OTHER }).decisions)
      .toEqual(['write billing.accounts.svc.cluster.local, and port 3306 where the port of MYSQL_HOST stands']);
  });
});

test('an address that endpoints of no known Service have is nothing that is certain', () => {
  const slice = (name: string, labels: string): string =>
    `---\napiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: { name: ${name}, namespace: data, labels: ${labels} }\nendpoints: [{ addresses: [10.1.2.3] }]\n`;
  const state = OTHER + slice('a', '{}') + slice('b', '{ kubernetes.io/service-name: gone }');
  expect(corrected('URL112', 'http://10.1.2.3:80', state)).toBeUndefined();
});

describe('a port that the Service does not serve', () => {
  test.each([
    ['of the pods becomes the one that leads to it', 'http://web:8080', '[{ port: 80, targetPort: 8080 }, { port: 9090 }]', 'http://web:80'],
    ['becomes the only one', 'http://web:9999/a', '[{ port: 80 }]', 'http://web:80/a'],
    ['becomes the only one over TCP', 'http://web:9999', '[{ port: 80 }, { port: 81, protocol: UDP }]', 'http://web:80'],
    ['is put behind a URL without one', 'http://web/a', '[{ port: 8080 }]', 'http://web:8080/a'],
    ['is to choose from several', 'http://web:9999', '[{ port: 80 }, { port: 81 }]', 'write one of the ports of Service shop/web into the address: 80 or 81'],
    ['is to choose from two that lead to it', 'http://web:8080', '[{ port: 80, targetPort: 8080 }, { port: 81, targetPort: 8080 }]', 'write one of the ports of Service shop/web into the address: 80 or 81'],
    ['of TLS is to decide', 'https://web', '[{ port: 80 }]', 'write port 80 without TLS, or let Service shop/web serve TLS on port 443'],
    ['of TLS becomes the one that leads to it', 'https://web:8443', '[{ port: 80, targetPort: 8443 }]', 'https://web:80'],
  ])('%s', (_, url, ports, expected) => {
    expect(corrected('URL112', url, service('shop/web', ports))).toBe(expected);
  });

  test('is to decide where it stands elsewhere than its host', () => {
    const text = configObject('ConfigMap', 'settings', '{ WEB_HOST: web, WEB_PORT: "8080" }');
    expect(correct('URL112', text, { state: OTHER }).decisions).toEqual(['write port 80 where the port of WEB_HOST stands']);
  });
});

describe('a private IP address', () => {
  const mysql = (more: string, ports = '[{ port: 3306 }]'): string => service('data/mysql', ports, more);
  const slice = '---\napiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: { name: mysql-x, namespace: data, labels: { kubernetes.io/service-name: mysql } }\nendpoints: [{ addresses: [10.1.2.3] }]\n';
  const endpoints = '---\napiVersion: v1\nkind: Endpoints\nmetadata: { name: mysql, namespace: data }\nsubsets: [{ addresses: [{ ip: 10.1.2.3 }] }]\n';
  const NAME = 'mysql://mysql.data.svc.cluster.local:3306/a';

  test.each([
    ['of a Service becomes its name', mysql('clusterIP: 10.1.2.3,'), NAME],
    ['of a Service with several becomes its name', mysql('clusterIPs: [fd00::1, 10.1.2.3],'), NAME],
    ['of its load balancer becomes its name', mysql('loadBalancerIP: 10.1.2.3,'), NAME],
    ['of its status becomes its name', mysql('').replace('spec:', 'status: { loadBalancer: { ingress: [{ ip: 10.1.2.3 }] } }\nspec:'), NAME],
    ['of one of its endpoints becomes its name', mysql('') + endpoints, NAME],
    ['of a slice of its endpoints becomes its name', mysql('') + slice, NAME],
    ['of one of its endpoints becomes its name and its port', mysql('', '[{ port: 33060, targetPort: 3306 }]') + endpoints, NAME.replace('3306', '33060')],
    ['of two Services stays', mysql('externalIPs: [10.1.2.3],') + service('data/other', '[{ port: 3306 }]', 'externalIPs: [10.1.2.3],'), undefined],
    ['of a Service that is not known stays', endpoints, undefined],
    ['of nobody stays', mysql('clusterIP: None,'), undefined],
  ])('%s', (_, state, expected) => {
    expect(corrected('URL113', 'mysql://10.1.2.3:3306/a', state)).toBe(expected);
  });
});
