import { portsOfPods } from '../../../reachability/pods';
import { rule } from '../../rule';
import { nearName } from '../private/near-name';
import { PolicyView } from '../private/policy-view';
import { titleOfPolicy } from '../private/rule-ports';

export const unservedPortName = rule({
  code: 'NET318',
  title: 'an ingress rule names a port that no container of its pods declares',
  severity: 'warning',
  reads: ['network'],
  why: 'A named port of a policy is looked up in the containers of the destination. A name that no container declares with the same protocol matches nothing, so the rule admits nothing on it.',
  repair: 'Write the name as the container\'s `ports` have it, or the number.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/',
  *check({ network }) {
    const view = PolicyView.of(network);
    for (const policy of view.policies) {
      const named = policy.ingress.flatMap(({ index, ports = [] }) => ports.map((entry, i) => ({ entry, path: ['spec', 'ingress', index, 'ports', i, 'port'] })));
      if (!policy.directions.has('ingress') || !named.some(({ entry }) => entry.type === 'name')) continue;
      const workloads = view.workloadsOf(policy);
      const served = workloads.flatMap(workload => portsOfPods(workload));
      for (const { entry, path } of named) {
        if (entry.type !== 'name' || workloads.length === 0) continue;
        const { name, protocol } = entry;
        if (served.some(port => port.name === name && port.protocol === protocol)) continue;
        const names = [...new Set(served.filter(port => port.protocol === protocol && port.name !== undefined).map(port => port.name!))];
        yield {
          at: policy.object.at(...path),
          message: `${titleOfPolicy(policy)} admits the ${protocol} port named ${name}, and no container of its pods declares it`,
          fix: `write the number of the port, or a name that a container declares${nearName(name, names)}`,
        };
      }
    }
  },
});
