import { KubernetesApi, KubernetesApiRule } from '../../src/address/kubernetes-api';

const readJobs = { apiGroups: ['batch'], resources: ['jobs'], verbs: ['get', 'list'] };
const apiWith = (rule: Partial<KubernetesApiRule>) => () => KubernetesApi.of({ rules: [{ ...readJobs, ...rule }] });

test('the egress is the port of the API server itself, on any address', () => {
  expect(KubernetesApi.of({ rules: [readJobs] }).egress).toEqual([{ peers: [{ cidr: '0.0.0.0/0' }], ports: [{ port: 6443 }] }]);
});
test('port and ranges can be given', () => {
  expect(KubernetesApi.of({ rules: [readJobs], port: 16443, cidrs: ['192.168.0.0/24'] })).toMatchObject({
    description: 'Kubernetes API, port 16443',
    egress: [{ peers: [{ cidr: '192.168.0.0/24' }], ports: [{ port: 16443 }] }],
  });
});
test('clients need neither URL, DNS nor variable', () => {
  expect(KubernetesApi.of({ rules: [readJobs] })).toMatchObject({ url: undefined, needsDns: false, inCluster: true, variables: [] });
});
test('the rules are those of the Role', () => {
  const rules = [readJobs, { apiGroups: [''], resources: ['pods/log', '*'], verbs: ['*'], resourceNames: ['x'] }];
  expect(KubernetesApi.of({ rules }).rules).toEqual(rules);
});
test('no rules are refused', () => expect(() => KubernetesApi.of({ rules: [] })).toThrow('rules is empty, which permits nothing'));
test('a rule without groups is refused', () => expect(apiWith({ apiGroups: [] })).toThrow("a rule lacks apiGroups; write '' for the core group"));
test('a rule without resources is refused', () => expect(apiWith({ resources: [] })).toThrow('a rule lacks resources; write the plural'));
test('a rule without verbs is refused', () => expect(apiWith({ verbs: [] })).toThrow('a rule lacks verbs; write a verb'));
test.each(['CronJob', 'jobs.batch', 'jobs,pods', 'pods/'])('%s is no resource', resource => {
  expect(apiWith({ resources: [resource] })).toThrow(`a rule has '${resource}' among its resources; write the plural`);
});
test.each(['GET', 'Get', 'get,list'])('%s is no verb', verb => {
  expect(apiWith({ verbs: [verb] })).toThrow(`a rule has '${verb}' among its verbs; write a verb`);
});
test('a port out of range is refused', () => expect(() => KubernetesApi.of({ rules: [readJobs], port: 0 })).toThrow('port 0 is no port'));
