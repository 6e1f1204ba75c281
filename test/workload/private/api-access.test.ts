import * as kplus from 'cdk8s-plus-28';
import { KubernetesApi } from '../../../src/address';
import { appsChart, bot, commonConfig, find, names, render, templateOf } from '../support';

const RULES = [{ apiGroups: ['batch'], resources: ['cronjobs'], verbs: ['get', 'list'] }];
const API = KubernetesApi.of({ rules: RULES });

test('a workload that calls the Kubernetes API gets an account, a Role and a token', () => {
  const objects = render(chart => bot(chart).connectTo(API));
  const metadata = { name: 'bot', namespace: 'petrosa-apps', labels: { app: 'bot' } };
  expect(find(objects, 'ServiceAccount')).toMatchObject({ metadata, automountServiceAccountToken: false });
  expect(find(objects, 'Role')).toMatchObject({ metadata, rules: RULES });
  expect(find(objects, 'RoleBinding')).toMatchObject({
    metadata,
    subjects: [{ kind: 'ServiceAccount', name: 'bot', namespace: 'petrosa-apps' }],
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'bot' },
  });
  expect(templateOf(objects).spec).toMatchObject({ serviceAccountName: 'bot', automountServiceAccountToken: true });
});

test('any other workload has no token and no account', () => {
  const objects = render(chart => bot(chart, { config: commonConfig(chart) }));
  expect(names(objects)).toEqual(['ConfigMap/petrosa-common-config', 'Deployment/bot', 'NetworkPolicy/bot-egress']);
  expect(templateOf(objects).spec).toMatchObject({ automountServiceAccountToken: false });
  expect(templateOf(objects).spec).not.toHaveProperty('serviceAccountName');
});

test('a given account gets the Role', () => {
  const objects = render(chart => {
    const serviceAccount = kplus.ServiceAccount.fromServiceAccountName(chart, 'account', 'existing');
    bot(chart, { serviceAccount }).connectTo(API);
  });
  expect(names(objects, 'ServiceAccount')).toEqual([]);
  expect(find(objects, 'RoleBinding').subjects[0].name).toBe('existing');
  expect(templateOf(objects).spec).toMatchObject({ serviceAccountName: 'existing', automountServiceAccountToken: true });
});

test('a second connection to the API throws, since one Role has all rules', () => {
  const workload = bot(appsChart());
  workload.connectTo(API);
  expect(() => workload.connectTo(API)).toThrow('apps/bot: it connects to the Kubernetes API twice; give one KubernetesApi all rules');
});

test('the API server is reached at its own port, and DNS is not needed', () => {
  const { egress } = find(render(chart => bot(chart).connectTo(API)), 'NetworkPolicy').spec;
  expect(egress).toEqual([{ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [{ port: 6443, protocol: 'TCP' }] }]);
});
