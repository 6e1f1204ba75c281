import { Workload } from '../../../manifest';
import { Facts } from '../../facts/facts';

const NATS_VARIABLE = /(^|_)NATS_(.*_)?(URLS?|SERVERS?|HOST)$/;

/** The linted workloads that hold the address of a NATS server, or a variable that is named so. */
export function natsClients({ urls, workloads, variables }: Pick<Facts, 'urls' | 'workloads' | 'variables'>): Workload[] {
  const holders = new Set(urls.filter(({ nats }) => nats).flatMap(url => url.workloads));
  return workloads.filter(workload => holders.has(workload)
    || workload.containers.some(container => variables(container).some(({ name }) => NATS_VARIABLE.test(name))));
}
