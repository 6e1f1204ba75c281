import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { NatsServer } from '../../src/address';
import { PetrosaCommonConfig } from '../../src/config';
import { NatsAwareDeployment, NatsAwareDeploymentProps } from '../../src/workload';

/** The server of the platform. */
export const NATS = NatsServer.of({ service: 'nats-server', namespace: 'nats' });

/** A container that lacks nothing. */
export const CONTAINER = { name: 'bot', image: 'petrosa/bot:1.0.0' };

/** What a workload named `bot` needs at least. */
export const BOT = { metadata: { name: 'bot' }, labels: { app: 'bot' }, containers: [CONTAINER] };

/** A chart of the namespace in which the platform's workloads run. */
export function appsChart(id = 'apps', app = new App()): Chart {
  return new Chart(app, id, { namespace: 'petrosa-apps' });
}

/** The objects of a whole app, in the order of their charts; the synth validates. */
export function synth(chart: Chart): any[] {
  return App.of(chart).charts.flatMap(each => each.toJson());
}

/** The objects of an app with one chart. */
export function render(build: (chart: Chart) => void): any[] {
  const chart = appsChart();
  build(chart);
  return synth(chart);
}

/** The only object of a kind, and of a name where one is given. */
export function find(objects: any[], kind: string, name?: string): any {
  const found = objects.filter(object => object.kind === kind && (name === undefined || object.metadata.name === name));
  if (found.length !== 1) throw new Error(`${found.length} objects are ${kind} ${name ?? ''}`);
  return found[0];
}

/** `Kind/name` of each object of a kind, or of all. */
export function names(objects: any[], kind?: string): string[] {
  return objects.filter(object => kind === undefined || object.kind === kind).map(object => `${object.kind}/${object.metadata.name}`);
}

/** The pod template of the only workload of a kind. */
export function templateOf(objects: any[], kind = 'Deployment', name?: string): any {
  const { spec } = find(objects, kind, name);
  return (spec.jobTemplate?.spec ?? spec).template;
}

/** The first container of the only Deployment. */
export function containerOf(objects: any[], name = CONTAINER.name): any {
  const { containers, initContainers = [] } = templateOf(objects).spec;
  return [...initContainers, ...containers].find(container => container.name === name);
}

/** The variables of a container, as `NAME=source`, in order. */
export function variablesOf(container: any): string[] {
  return (container.env ?? []).map(({ name, value, valueFrom }: any) => {
    if (valueFrom?.configMapKeyRef) return `${name}=config ${valueFrom.configMapKeyRef.name}.${valueFrom.configMapKeyRef.key}`;
    if (valueFrom?.secretKeyRef) return `${name}=secret ${valueFrom.secretKeyRef.name}.${valueFrom.secretKeyRef.key}`;
    return valueFrom ? `${name}=field` : `${name}=${value}`;
  });
}

/** The shared configuration, made in the chart. */
export function commonConfig(chart: Chart, id = 'common'): PetrosaCommonConfig {
  return new PetrosaCommonConfig(chart, id, { nats: NATS, subjectPrefix: 'binance' });
}

/** A Deployment named `bot`. */
export function bot(chart: Chart, props: Partial<NatsAwareDeploymentProps> = {}): NatsAwareDeployment {
  return new NatsAwareDeployment(chart, 'bot', { ...BOT, ...props });
}

/** A Deployment named `bot` with one container of these props. */
export function botWith(chart: Chart, container: Partial<kplus.ContainerProps>): NatsAwareDeployment {
  return bot(chart, { containers: [{ ...CONTAINER, ...container }] });
}
