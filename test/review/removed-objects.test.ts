import { CLIENT, deployment, object, policy, REDIS, reviewed } from './support/reviewed';

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
