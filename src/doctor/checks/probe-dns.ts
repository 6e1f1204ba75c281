import { Check, CheckContext, ok, Outcome } from '../check';
import { issue } from '../issue';
import { describePolicies } from '../private/link-outcome';
import { notProbed, runProbe } from '../private/run-probe';

/** Rule book §7.2. */
export const probeDns: Check = {
  id: 'probe-dns',
  category: 'from the pod',
  title: 'the name of the server resolves',
  run: checkName,
};

async function checkName(context: CheckContext): Promise<Outcome> {
  const reason = notProbed(context);
  if (reason) return reason;
  const { code, said } = await runProbe(context);
  const { workload: { namespace }, destination } = context.client;
  if (code === 10) {
    const service = destination.type === 'service' ? destination.service : undefined;
    return {
      status: 'failed',
      detail: said,
      hint: service ? `kubectl get service ${service.name} -n ${service.namespace}` : 'write the full name of a Service',
    };
  }
  if (code === 18) return { status: 'failed', detail: said, issue: issue(3, `check the NetworkPolicies: ${describePolicies([namespace])}`) };
  const found = code === 0 || (code >= 11 && code <= 17) || code === 20;
  return found ? ok(context.client.host) : { status: 'unchecked', detail: `the probe ended with exit code ${code}` };
}
