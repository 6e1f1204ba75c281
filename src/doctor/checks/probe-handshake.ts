import { Check, CheckContext, ok, Outcome } from '../check';
import { issue } from '../issue';
import { describePolicies } from '../private/link-outcome';
import { notProbed, ProbeSight, runProbe } from '../private/run-probe';

/** Rule book §7.2, with the greeting of NATS instead of `nc -z`. */
export const probeHandshake: Check = {
  id: 'probe-handshake',
  category: 'from the pod',
  title: 'a NATS server answers',
  needs: ['probe-dns'],
  run: checkHandshake,
};

async function checkHandshake(context: CheckContext): Promise<Outcome> {
  const reason = notProbed(context);
  if (reason) return reason;
  return outcomeOf(await runProbe(context), context);
}

function outcomeOf({ code, said, hasLogin }: ProbeSight, { client: { workload: { namespace }, destination } }: CheckContext): Outcome {
  const failed = (more: Omit<Outcome, 'status' | 'detail'>): Outcome => ({ status: 'failed', detail: said, ...more });
  const server = destination.type === 'service' ? destination.service.namespace : undefined;
  switch (code) {
    case 0: return ok(said);
    case 11: return failed({ issue: issue(2, `check endpoints and NATS pods${server === undefined ? '' : `: kubectl get endpointslices,pods -n ${server}`}`) });
    case 12: return failed({
      issue: issue(3, `check the NetworkPolicies: ${describePolicies([namespace, ...(server === undefined ? [] : [server])])}`),
    });
    case 13: return failed({
      hint: 'look at the load of the server, at proxies on the way, and at the port of the URL: HTTP, and a server that begins with TLS, wait for the client to speak',
    });
    case 14: return failed({ hint: 'look at the port of the URL' });
    case 15: return hasLogin ? failed({ hint: 'look at the Secret of the workload, and at the users of the server' }) : ok('INFO came; the server wants a login, which was not tried');
    case 17: return failed({ hint: 'write the scheme that the server takes: tls:// or nats://' });
    case 20: return failed({ hint: 'look at the limits of the server, such as max_connections' });
    default: return { status: 'unchecked', detail: `the probe ended with exit code ${code}${said ? `: ${said}` : ''}`, hint: 'the image needs sh, timeout, sed, nslookup, and nc with -e, as busybox has them' };
  }
}
