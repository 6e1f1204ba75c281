import { SelectedPods } from './policy-entries';
import { textsOf, Workload } from '../../../manifest';

/** Labels that say which program a pod runs, and stay the same from one release to the next. */
const IDENTITY = ['app', 'component', 'k8s-app', 'app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app.kubernetes.io/component'];

/** The pods of a workload as a policy of another selects them; undefined where no label tells them from others. */
export function clientPods({ object, namespace, podLabels }: Workload): SelectedPods | undefined {
  const selector = textsOf(object.get('spec', 'selector', 'matchLabels'));
  const named = Object.entries(podLabels).filter(([key]) => IDENTITY.includes(key));
  const labels = Object.keys(selector).length > 0 ? { ...selector } : Object.fromEntries(named);
  return Object.keys(labels).length > 0 && namespace !== '' ? { namespace, labels } : undefined;
}
