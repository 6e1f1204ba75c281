import { UsageError } from './errors';
import { shown } from '../address/private/shown';
import { NameForm, NAMESPACE_NAME, ZONE_NAME } from '../verify';

/** The names among the options of a command line. */
export interface NameOptions {
  readonly namespace?: string;
  readonly defaultDeny?: readonly string[];
  readonly zone?: string;
}

/** The names as they are used. Refuses those that nothing in a cluster can have. */
export function namesIn({ namespace, defaultDeny = [], zone }: NameOptions): Required<Pick<NameOptions, 'defaultDeny'>> & NameOptions {
  return {
    namespace: namespace === undefined ? undefined : read('--namespace', namespace, NAMESPACE_NAME),
    defaultDeny: defaultDeny.map(name => read('--default-deny', name, NAMESPACE_NAME)),
    zone: zone === undefined ? undefined : read('--zone', zone, ZONE_NAME),
  };
}

function read(option: string, text: string, form: NameForm): string {
  const name = form.read(text);
  if (name === undefined) throw new UsageError(`${option} ${shown(text)} is no ${form.what}; ${form.fix}`);
  return name;
}
