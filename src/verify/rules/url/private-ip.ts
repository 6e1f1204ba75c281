import { parse } from 'ipaddr.js';
import { readIp } from '../../../address/private/ip';
import { rule } from '../../rule';
import { addressPhrase } from '../private/address-phrases';
import { otherAddresses } from '../private/other-addresses';
import { toService } from '../private/service-address';
import { serviceOfIp } from '../private/service-of-ip';

/** Ranges of a network of one's own. */
const PRIVATE: ReadonlySet<string> = new Set(['private', 'uniqueLocal', 'carrierGradeNat']);

export const privateIp = rule({
  code: 'URL113',
  title: 'A URL names a private IP address',
  severity: 'warning',
  reads: ['urls', 'set'],
  why: 'Addresses of pods, Services and nodes change when they are made anew, and a NetworkPolicy that selects pods never matches an address.',
  repair: 'Write the full name of the Service. A server outside the cluster gets a DNS name, or a Service of type ExternalName or without a selector.',
  source: '§5',
  check: ({ urls, set, options }) => otherAddresses(urls).flatMap((use) => {
    const ip = use.host === undefined ? undefined : readIp(use.host);
    if (ip?.kind !== 'other' || !PRIVATE.has(parse(ip.address).range())) return [];
    const message = `${addressPhrase(use)}, a private IP address`;
    const service = serviceOfIp(ip.address, set);
    const correct = service && (() => toService(use, service, options.zone));
    return [set.services.some(({ object }) => object.get('spec', 'clusterIP') === ip.address)
      ? { at: use.place, message: `${message} of a Service, which changes`, fix: 'write the full name of the Service', correct }
      : { at: use.place, severity: 'advice' as const, message, fix: 'write a DNS name, or the name of a Service without selector', correct }];
  }),
});
