import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Impossible } from './entry';
import { api, BINANCE, CONTAINER, deployment, IMAGE, sharedConfig } from './platform';
import { references } from './reading';
import { AppConfig, EgressPolicy, PodSelection } from '../../src';
import { find } from '../workload/support';

export const IDENTITIES: Impossible[] = [
  {
    incident: '11-cio-rewrite-drift',
    what: 'the pods get another label and the Service keeps the old one',
    by: '`labels` of a workload',
    how: 'derived',
    because: 'the identity is written once, and pods, selector, Service and policies have it',
    attempt: chart => api(chart, 'petrosa-cio').exposeHttp({ targetPort: 8080, labels: { app: 'cio' } }),
    reads: objects => [find(objects, 'Service').spec.selector, references(objects).dangling],
    shows: [{ app: 'petrosa-cio' }, []],
  },
  {
    incident: '11-cio-rewrite-drift',
    what: 'the URL of NATS and those of Services are literals of the Deployment',
    by: '`containers[].envVariables`',
    how: 'throws',
    because: 'an address of the cluster in a literal variable is found at synth',
    attempt: chart => deployment(chart, 'petrosa-cio', {
      containers: [{ ...CONTAINER, image: IMAGE, envVariables: { NATS_URL: kplus.EnvValue.fromValue('nats://nats-service:4222') } }],
    }),
    shows: 'variable NATS_URL of container bot hard-codes an address or NATS setting',
  },
  {
    incident: '11-cio-rewrite-drift',
    what: 'DATA_MANAGER_URL has the port of the pods instead of that of the Service',
    by: '`containers[].envVariables`',
    how: 'throws',
    because: 'the URL of a Service is made from its endpoint, which tells the two ports apart, and refused as a literal',
    attempt: chart => deployment(chart, 'petrosa-cio', {
      containers: [{ ...CONTAINER, image: IMAGE, envVariables: { DATA_MANAGER_URL: kplus.EnvValue.fromValue('http://petrosa-data-manager:8000') } }],
    }),
    shows: 'variable DATA_MANAGER_URL of container bot hard-codes an address or NATS setting',
  },
  {
    incident: '80-extractor-orphan-socket-objects',
    what: 'a Deployment is renamed, and its autoscaler, Service and Ingress keep the old name',
    by: '`exposeHttp`',
    how: 'derived',
    because: 'what belongs to a workload takes the workload as an argument, not its name or labels',
    attempt: chart => {
      const workload = api(chart, 'binance-data-extractor', { labels: { app: 'binance-data-extractor' }, config: sharedConfig(chart) });
      new kplus.HorizontalPodAutoscaler(chart, 'autoscaler', { target: workload, maxReplicas: 4 });
      const { service } = workload.exposeHttp({ targetPort: 8080, serviceName: 'petrosa-socket-client' });
      new kplus.Ingress(chart, 'ingress', { rules: [{ host: 'api.example.com', backend: kplus.IngressBackend.fromService(service) }] });
    },
    reads: references,
    shows: { count: 5, dangling: [] },
  },
  {
    incident: '81-extractor-orphans-fixed',
    what: 'autoscaler, Service and Ingress select labels that no pod has',
    by: '`WorkloadService.service`',
    how: 'derived',
    because: 'further pod labels leave the identity alone, by which Services and policies select',
    attempt: chart => {
      const workload = api(chart, 'extractor', { podMetadata: { labels: { version: 'VERSION_PLACEHOLDER' } } });
      workload.podMetadata.addLabel('component', 'data-extraction');
      const { service } = workload.exposeHttp({ targetPort: 8080 });
      new kplus.Ingress(chart, 'ingress', { rules: [{ host: 'api.example.com', backend: kplus.IngressBackend.fromService(service) }] });
    },
    reads: objects => [find(objects, 'Service').spec.selector, references(objects)],
    shows: [{ app: 'extractor' }, { count: 3, dangling: [] }],
  },
  {
    incident: '82-extractor-deployment-removed',
    what: 'the Deployment goes, and autoscaler, Service, Ingress and policy stay',
    by: '`PodSelection.workload`',
    how: 'derived',
    because: 'a policy of its own selects the workload too, and nothing of this compiles without it',
    attempt: chart => {
      const workload = api(chart, 'extractor');
      new kplus.HorizontalPodAutoscaler(chart, 'autoscaler', { target: workload, maxReplicas: 4 });
      new EgressPolicy(chart, 'policy', { name: 'allow-binance', selects: PodSelection.workload(workload), endpoints: [BINANCE] });
      const { service } = workload.exposeHttp({ targetPort: 8080 });
      new kplus.Ingress(chart, 'ingress', { rules: [{ host: 'api.example.com', backend: kplus.IngressBackend.fromService(service) }] });
    },
    reads: references,
    shows: { count: 5, dangling: [] },
  },
  {
    incident: '83-extractor-orphan-hpa-removed',
    what: 'an autoscaler is left for a Deployment that is gone',
    by: '`NatsAwareDeployment` as a scaling target',
    how: 'derived',
    because: 'the autoscaler of cdk8s-plus takes the Deployment itself and can be made for nothing else',
    attempt: chart => new kplus.HorizontalPodAutoscaler(chart, 'autoscaler', { target: deployment(chart, 'extractor'), maxReplicas: 4 }),
    reads: objects => [find(objects, 'HorizontalPodAutoscaler').spec.scaleTargetRef.name, references(objects)],
    shows: ['extractor', { count: 1, dangling: [] }],
  },
  {
    incident: '113-cio-namespace-missing',
    what: 'the Deployment has no namespace, beside a Service and a ConfigMap that have one',
    by: '`Chart.namespace`',
    how: 'derived',
    because: 'every object of a chart is in its namespace',
    attempt: chart => {
      const workload = api(chart, 'petrosa-cio');
      workload.useConfig(new AppConfig(chart, 'config', { name: 'petrosa-cio-config', data: { API_PORT: '8000' } }));
      workload.exposeHttp({ targetPort: 8080 });
    },
    reads: objects => objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace}`).sort(),
    shows: ['ConfigMap petrosa-apps', 'Deployment petrosa-apps', 'NetworkPolicy petrosa-apps', 'Service petrosa-apps'],
  },
  {
    incident: '113-cio-namespace-missing',
    what: 'the Deployment has no namespace, beside a Service and a ConfigMap that have one',
    by: '`exposeHttp`',
    how: 'throws',
    because: 'the Service is in the namespace of its workload, and without one there is none',
    attempt: () => {
      const chart = new Chart(new App(), 'cio');
      new AppConfig(chart, 'config', { name: 'petrosa-cio-config', namespace: 'petrosa-apps', readBy: 'the Deployment' });
      api(chart, 'petrosa-cio').exposeHttp({ targetPort: 8080 });
    },
    shows: 'cio/petrosa-cio: a Service without a namespace has no full DNS name',
  },
];
