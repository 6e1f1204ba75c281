import { App, Chart } from 'cdk8s';
import { NatsServer } from '../../../src/address';
import { PetrosaCommonConfig } from '../../../src/config';
import { NatsAwareDeployment, NatsAwareDeploymentProps } from '../../../src/workload';

/** The server that a cluster for trials has. */
export const NATS = NatsServer.of({ service: 'nats-server', namespace: 'nats', podLabels: { app: 'nats-server' } });

/** What a chart for a namespace renders. */
export function render(namespace: string, build: (chart: Chart) => void): any[] {
  const chart = new Chart(new App(), namespace, { namespace });
  build(chart);
  return App.of(chart).charts.flatMap(each => each.toJson());
}

/** A client that runs and does nothing. */
export function client(chart: Chart, name: string, props: Partial<NatsAwareDeploymentProps> = {}): NatsAwareDeployment {
  return new NatsAwareDeployment(chart, name, {
    metadata: { name },
    labels: { app: name },
    replicas: 1,
    containers: [{ name, image: 'busybox:1.36.1', command: ['sh', '-c', 'trap exit TERM; while true; do sleep 1; done'], securityContext: { user: 65534 } }],
    ...props,
  });
}

/** The shared configuration, with a server. */
export function commonConfig(chart: Chart, nats: NatsServer = NATS): PetrosaCommonConfig {
  return new PetrosaCommonConfig(chart, 'common-config', { nats });
}
