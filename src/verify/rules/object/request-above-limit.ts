import { quantityInNano } from '../../../compare';
import { objectOf } from '../../../manifest';
import { rule } from '../../rule';
import { containersOf } from '../private/containers';

export const requestAboveLimit = rule({
  code: 'OBJ523',
  title: 'A container requests more than its limit allows',
  severity: 'error',
  reads: ['workloads'],
  why: 'The API server refuses a pod that requests more of a resource than its own limit, and so the workload makes no pods at all.',
  repair: 'Raise the limit to the request at least, or lower the request.',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  check: ({ workloads }) => containersOf(workloads).flatMap(({ name, path, workload: { object } }) => {
    const requests = objectOf(object.get(...path, 'resources', 'requests')) ?? {};
    return Object.entries(requests).flatMap(([resource, requested]) => {
      const allowed = object.get(...path, 'resources', 'limits', resource);
      const request = quantityInNano(requested);
      const limit = quantityInNano(allowed);
      if (request === undefined || limit === undefined || request <= limit) return [];
      return [{
        at: object.at(...path, 'resources', 'requests', resource),
        message: `container ${name} requests ${resource} ${requested as string}, and its limit is ${allowed as string}`,
        fix: `raise the limit to ${requested as string}, or request ${allowed as string} at most`,
      }];
    });
  }),
});
