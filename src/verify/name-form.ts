import { isDnsLabel, isDnsName } from '../address/private/dns-name';

/** How a name has to be written that an option or a configuration file gives. */
export interface NameForm {
  readonly what: string;
  readonly fix: string;

  /** The name, undefined where it is none. */
  readonly read: (text: string) => string | undefined;
}

/** The name of a namespace. */
export const NAMESPACE_NAME: NameForm = {
  what: 'name of a namespace',
  fix: 'write at most 63 of a-z, 0-9 and inner hyphens',
  read: text => (isDnsLabel(text) ? text : undefined),
};

/** The DNS zone of a cluster, with or without the dot of the root. */
export const ZONE_NAME: NameForm = {
  what: 'DNS zone',
  fix: 'write labels of a-z, 0-9 and inner hyphens with dots between them, such as cluster.local',
  read: (text) => {
    const zone = text.replace(/\.$/, '');
    return isDnsName(zone) ? zone : undefined;
  },
};
