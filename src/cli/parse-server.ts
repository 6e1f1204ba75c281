import { UsageError } from './errors';
import { isDnsLabel } from '../address/private/dns-name';
import { nearest } from '../address/private/nearest';
import { shown } from '../address/private/shown';
import { ManifestSet } from '../manifest';
import { ServiceName } from '../verify';

/** The Service that `--server NAMESPACE/NAME` names. Refuses one of which it is known that it does not exist. */
export function parseServer(text: string, set: ManifestSet): ServiceName {
  const [namespace, name, ...rest] = text.split('/');
  if (rest.length > 0 || !isDnsLabel(namespace) || !isDnsLabel(name ?? '')) {
    throw new UsageError(`--server ${shown(text)} names no Service; write NAMESPACE/NAME, such as nats/nats-server`);
  }
  if (set.presence('Service', namespace, name) === 'absent') {
    const near = nearest(text, set.services.map(service => `${service.namespace}/${service.name}`));
    throw new UsageError(`there is no Service ${text}; ${near.startsWith('did you mean') ? near : 'name one that the cluster has'}`);
  }
  return { namespace, name };
}
