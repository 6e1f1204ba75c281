import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { appsChart, BOT, bot, botWith, commonConfig, CONTAINER, containerOf, find, names, render, synth, templateOf, variablesOf } from './support';
import { HttpsApi, KnownSecret, KubernetesApi } from '../../src/address';
import { AppConfig } from '../../src/config';
import { Subject } from '../../src/subject';
import { JobSchedule, NatsAwareCronJob, NatsAwareDeployment, NatsAwareStatefulSet } from '../../src/workload';

test('the quickstart renders the ConfigMap, the workload and its policy', () => {
  const objects = render(chart => {
    bot(chart, { config: commonConfig(chart) }).connectTo(HttpsApi.of('fapi.binance.com'));
  });
  expect(names(objects)).toEqual(['ConfigMap/petrosa-common-config', 'Deployment/bot', 'NetworkPolicy/bot-egress']);
  expect(find(objects, 'NetworkPolicy').spec.egress.map((rule: any) => rule.ports.map((port: any) => `${port.port}/${port.protocol}`))).toEqual([
    ['53/TCP', '53/UDP'], ['4222/TCP'], ['443/TCP'],
  ]);
});

test('the pods get no token and 45 seconds to drain', () => {
  expect(templateOf(render(chart => bot(chart))).spec).toMatchObject({ automountServiceAccountToken: false, terminationGracePeriodSeconds: 45 });
});

test('its connections are wired by their methods', () => {
  const chart = appsChart();
  const workload = bot(chart);
  workload.useConfig(new AppConfig(chart, 'settings', { name: 'settings', data: { A: '1' } }));
  workload.useSecret(KnownSecret.of({ name: 'credentials', keys: ['uri'] }), { keys: ['uri'] });
  workload.connectTo(HttpsApi.of('a.example.com', { env: 'API_URL' }));
  expect(variablesOf(containerOf(synth(chart)))).toEqual(['A=config settings.A', 'uri=secret credentials.uri', 'API_URL=https://a.example.com']);
});

test('containers that are added later have the defaults', () => {
  const chart = appsChart();
  const workload = bot(chart);
  workload.addContainer({ name: 'late', image: 'x:1' });
  workload.addInitContainer({ name: 'init', image: 'x:1' });
  const objects = synth(chart);
  for (const name of ['late', 'init']) {
    expect(containerOf(objects, name).resources).toEqual(containerOf(objects).resources);
    expect(containerOf(objects, name).securityContext).toEqual(containerOf(objects).securityContext);
  }
});

test('a HorizontalPodAutoscaler of cdk8s-plus scales it', () => {
  const objects = render(chart => new kplus.HorizontalPodAutoscaler(chart, 'scaler', {
    target: bot(chart), minReplicas: 1, maxReplicas: 5, metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
  }));
  expect(find(objects, 'HorizontalPodAutoscaler').spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'bot' });
  expect(find(objects, 'Deployment').spec).not.toHaveProperty('replicas');
});

test('an Ingress of cdk8s-plus takes its Service', () => {
  const objects = render(chart => {
    const { service } = botWith(chart, { portNumber: 8080 }).exposeHttp({ targetPort: 8080 });
    new kplus.Ingress(chart, 'ingress', { rules: [{ host: 'x.example.com', backend: kplus.IngressBackend.fromService(service) }] });
  });
  expect(find(objects, 'Ingress').spec.rules[0].http.paths[0].backend).toEqual({ service: { name: 'bot', port: { number: 80 } } });
});

test('patches of the rendered objects work', () => {
  const chart = appsChart();
  const workload = bot(chart, { config: commonConfig(chart) });
  ApiObject.of(workload).addJsonPatch(JsonPatch.add('/spec/revisionHistoryLimit', 3), JsonPatch.add('/spec/template/spec/runtimeClassName', 'gvisor'));
  const { spec } = find(synth(chart), 'Deployment');
  expect(spec.revisionHistoryLimit).toBe(3);
  expect(spec.template.spec.runtimeClassName).toBe('gvisor');
});

test('metadata, labels and annotations of the workload and its pods can be given', () => {
  const objects = render(chart => bot(chart, {
    metadata: { name: 'bot', labels: { tier: 'x' }, annotations: { a: 'b' } },
    podMetadata: { labels: { version: '1' }, annotations: { c: 'd' } },
  }));
  expect(find(objects, 'Deployment').metadata).toMatchObject({ labels: { app: 'bot', tier: 'x' }, annotations: { a: 'b' } });
  expect(templateOf(objects).metadata).toEqual({ labels: { app: 'bot', version: '1' }, annotations: { c: 'd' } });
});

test('a namespace that kubectl decides on is left out', () => {
  const chart = new Chart(new App(), 'loose');
  bot(chart, { config: commonConfig(chart) });
  expect(synth(chart).map(object => object.metadata.namespace)).toEqual([undefined, undefined, undefined]);
});

test('an app renders the same objects under any tree and any ids', () => {
  const id = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,12}$/);
  const tree = fc.record({
    depths: fc.array(fc.nat({ max: 3 }), { minLength: 5, maxLength: 5 }),
    ids: fc.uniqueArray(id, { minLength: 6, maxLength: 6 }),
  });
  const plain = renderedUnder({ depths: [0, 0, 0, 0, 0], ids: ['chart', 'common', 'settings', 'bot', 'job', 'store'] });
  expect(plain).toHaveLength(15);
  fc.assert(fc.property(tree, shape => {
    expect(renderedUnder(shape)).toEqual(plain);
  }), { numRuns: 25 });
});

/** The objects of an app of three workloads, each construct as deep as told, sorted by kind and name. */
function renderedUnder({ depths, ids }: { depths: number[]; ids: string[] }): any[] {
  const [chartId, ...constructIds] = ids;
  const chart = appsChart(chartId);
  const scopes = depths.map((depth, i) => {
    let scope: Construct = chart;
    for (let level = 0; level < depth; level++) scope = new Construct(scope, `level-${i}-${level}`);
    return scope;
  });
  const [commonScope, settingsScope, ...workloadScopes] = scopes;
  const [commonId, settingsId, botId, jobId, storeId] = constructIds;
  const config = commonConfig(commonScope as Chart, commonId);
  const settings = new AppConfig(settingsScope, settingsId, { name: 'settings', data: { A: '1' } });

  const ports = { containers: [{ ...CONTAINER, portNumber: 8080 }] };
  const workload = new NatsAwareDeployment(workloadScopes[0], botId, {
    ...BOT, ...ports, config, disruptionBudget: { minAvailable: 1 }, publishes: [Subject.of('a').bind('TOPIC', { config: settings })],
  });
  workload.useConfig(settings);
  const service = workload.exposeHttp({ targetPort: 8080, env: 'BOT_URL' });
  const job = new NatsAwareCronJob(workloadScopes[1], jobId, {
    metadata: { name: 'job' },
    labels: { app: 'job' },
    containers: [CONTAINER],
    config,
    schedule: JobSchedule.expression('@daily'),
    subscribes: [Subject.of('a').inProgram()],
  });
  job.connectTo(service, { config: settings });
  job.connectTo(KubernetesApi.of({ rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] }));
  const store = new NatsAwareStatefulSet(workloadScopes[2], storeId, { ...ports, metadata: { name: 'store' }, labels: { app: 'store' } });
  store.connectTo(HttpsApi.of('a.example.com'));

  const key = (object: any) => `${object.kind}/${object.metadata.name}`;
  return synth(chart).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
