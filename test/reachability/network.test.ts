import { deployment, networkOf, policy, service, workload } from './support/network';

const WEB = deployment('web', 'shop');

describe('the network', () => {
  test('has the workloads behind a Service, of its namespace', () => {
    const network = networkOf(WEB + deployment('web', 'data') + service('web', 'shop', '{ selector: { app: web } }'));
    expect(network.workloadsOf(network.set.service('shop', 'web')!).map(({ title }) => title)).toEqual(['shop/web[Deployment]']);
  });

  test('has no workload behind a Service without a selector', () => {
    const network = networkOf(WEB + service('web', 'shop', '{}'));
    expect(network.workloadsOf(network.set.service('shop', 'web')!)).toEqual([]);
  });

  test('has a StatefulSet behind a Service for one of its pods', () => {
    const text = WEB.replace('kind: Deployment', 'kind: StatefulSet') + service('web-0', 'shop', '{ selector: { app: web, statefulset.kubernetes.io/pod-name: web-0 } }');
    const network = networkOf(text);
    expect(network.workloadsOf(network.set.service('shop', 'web-0')!)).toHaveLength(1);
  });

  test('has the policies of a workload, by direction', () => {
    const network = networkOf(WEB + policy('in', 'shop', '{ podSelector: { matchLabels: { app: web } } }') + policy('out', 'shop', '{ podSelector: {}, policyTypes: [Egress] }')
      + policy('other', 'shop', '{ podSelector: { matchLabels: { app: store } } }') + policy('away', 'data', '{ podSelector: {} }'));
    const names = (direction: 'ingress' | 'egress'): string[] => network.policiesOf(workload(network, 'web'), direction).map(({ name }) => name);
    expect([names('ingress'), names('egress')]).toEqual([['in'], ['out']]);
  });

  test('isolates by a policy or by the default of the user, and never pods in the network of their node', () => {
    const isolated = (text: string, defaultDeny: string[] = []): boolean => {
      const network = networkOf(text, { defaultDeny });
      return network.isIsolated(workload(network, 'web'), 'egress');
    };
    const host = deployment('web', 'shop', { podSpec: '{ hostNetwork: true, containers: [] }' });
    expect([isolated(WEB), isolated(WEB, ['shop']), isolated(WEB + policy('all', 'shop', '{ egress: [{}] }')), isolated(host, ['shop'])]).toEqual([false, true, true, false]);
  });
});
