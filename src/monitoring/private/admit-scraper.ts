import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ScrapedExporter, ScrapedPods, ScrapedWorkload } from './scraped-pods';
import { withPath } from '../../app/private/with-path';
import { IngressRule } from '../../network/ingress-rule';
import { checkRule } from '../../network/private/check-rules';
import { ingressPolicyFor } from '../../network/private/identity-policies';
import { NatsScraper } from '../nats-scraper';

/**
 * Admits the scraper to pods as soon as they are isolated. Pods that everybody reaches stay so.
 * @throws if Kubernetes would refuse the scraper's namespace or labels, or a port
 */
export function admitScraper(scope: Construct, scraped: readonly (ScrapedWorkload | ScrapedExporter)[], scraper: NatsScraper = {}): void {
  const { namespace = 'monitoring', podLabels = { 'app.kubernetes.io/name': 'prometheus' } } = scraper;
  for (const pods of scraped) {
    const rule: IngressRule = { peers: [{ namespace, podLabels }], ports: [{ port: pods.port }] };
    withPath(scope, () => checkRule(rule));
    if ('policy' in pods && pods.policy) pods.policy.admit(rule);
    else admitIfIsolated('workload' in pods ? Chart.of(pods.workload) : Chart.of(scope), pods, rule);
  }
}

/** Whether pods without known labels are isolated, nobody can say. */
function admitIfIsolated(chart: Chart, { labels, namespace }: ScrapedPods, rule: IngressRule): void {
  if (labels) ingressPolicyFor(chart, { labels, namespace }).admitIfIsolated(rule);
}
