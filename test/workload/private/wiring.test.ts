import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { ExternalHost, HttpsApi, KnownSecret, MySql, NatsServer, ServiceEndpoint } from '../../../src/address';
import { Warnings } from '../../../src/app';
import { AppConfig, PetrosaCommonConfig } from '../../../src/config';
import { ClusterDns } from '../../../src/network';
import { NatsAwareDeployment } from '../../../src/workload';
import { appsChart, BOT, bot, botWith, commonConfig, CONTAINER, containerOf, find, NATS, names, render, synth, templateOf, variablesOf } from '../support';

const SECRET = KnownSecret.of({ name: 'credentials', keys: ['uri', 'token'] });
const literal = (value: string) => kplus.EnvValue.fromValue(value);
const common = (name: string) => `${name}=config petrosa-common-config.${name}`;
const NATS_VARIABLES = [common('NATS_ENABLED'), common('NATS_URL')];
const settings = (chart: Chart, data: { [key: string]: string } = { A: '1', B: '2' }) => new AppConfig(chart, 'settings', { name: 'settings', data });
const envOf = (chart: Chart, container?: string) => variablesOf(containerOf(synth(chart), container));

describe('config', () => {
  test('NATS_ENABLED and NATS_URL come first, in this order, before own variables', () => {
    const chart = appsChart();
    bot(chart, { config: commonConfig(chart), containers: [{ ...CONTAINER, envVariables: { A: literal('a') } }] });
    expect(envOf(chart)).toEqual([...NATS_VARIABLES, 'A=a']);
  });

  test('the server is reached on its pod port, with DNS', () => {
    const chart = appsChart();
    const nats = NatsServer.of({ service: 'nats', namespace: 'nats', podPort: 4333, podLabels: { app: 'nats' } });
    bot(chart, { config: new PetrosaCommonConfig(chart, 'common', { nats }) });
    const { egress } = find(synth(chart), 'NetworkPolicy').spec;
    expect(egress.flatMap((rule: any) => rule.ports.map((port: any) => port.port))).toEqual([53, 53, 4333]);
  });

  test('a workload without config is no client: no variable and no policy', () => {
    const objects = render(chart => bot(chart));
    expect(names(objects)).toEqual(['Deployment/bot']);
    expect(variablesOf(containerOf(objects))).toEqual([]);
  });

  test('a config of another namespace throws', () => {
    const chart = appsChart();
    const config = new PetrosaCommonConfig(chart, 'common', { nats: NATS, namespace: 'other' });
    expect(() => bot(chart, { config })).toThrow('apps/bot: it runs in namespace petrosa-apps and cannot read ConfigMap petrosa-common-config of namespace other');
  });
});

describe('containers', () => {
  test('a container that is added later is wired, before its own variables', () => {
    const chart = appsChart();
    bot(chart, { config: commonConfig(chart) }).addContainer({ name: 'late', image: 'late:1', envVariables: { A: literal('a') } });
    expect(envOf(chart, 'late')).toEqual([...NATS_VARIABLES, 'A=a']);
  });

  test('an init container is not wired by default', () => {
    const chart = appsChart();
    const workload = bot(chart, { config: commonConfig(chart), initContainers: [{ name: 'init', image: 'x:1', envVariables: { A: literal('a') } }] });
    workload.addInitContainer({ name: 'late', image: 'x:1' });
    expect([envOf(chart, 'init'), envOf(chart, 'late')]).toEqual([['A=a'], []]);
  });

  test('wiredContainers says which containers are wired', () => {
    const chart = appsChart();
    const workload = bot(chart, {
      config: commonConfig(chart), wiredContainers: ['init', 'late'], initContainers: [{ name: 'init', image: 'x:1' }],
    });
    workload.addContainer({ name: 'late', image: 'x:1' });
    workload.useConfig(settings(chart));
    const wired = [...NATS_VARIABLES, 'A=config settings.A', 'B=config settings.B'];
    expect(['init', 'bot', 'late'].map(name => envOf(chart, name))).toEqual([wired, [], wired]);
  });

  test('a container that Kubernetes would refuse throws, also one that is added later', () => {
    expect(() => botWith(appsChart(), { image: '' })).toThrow('apps/bot: container bot has image "", which is no image reference');
    expect(() => bot(appsChart()).addContainer({ name: 'Bad', image: 'x:1' })).toThrow('apps/bot: container name "Bad" is no DNS label');
    expect(() => bot(appsChart()).addInitContainer({ name: 'Bad', image: 'x:1' })).toThrow('apps/bot: container name "Bad" is no DNS label');
  });

  test('a container that was made elsewhere is wired, after its own variables', () => {
    const chart = appsChart();
    const workload = bot(chart, { config: commonConfig(chart) });
    workload.attachContainer(new kplus.Container({ name: 'ready', image: 'x:1', envVariables: { A: literal('a') } }));
    workload.useConfig(settings(chart, { B: '2' }));
    expect(envOf(chart, 'ready')).toEqual(['A=a', ...NATS_VARIABLES, 'B=config settings.B']);
  });

  test('a container that was made elsewhere is checked', () => {
    const attach = (props: kplus.ContainerProps) => bot(appsChart()).attachContainer(new kplus.Container(props));
    expect(() => attach({ name: 'Bad', image: 'x:1' })).toThrow('apps/bot: container name "Bad" is no DNS label');
    expect(() => attach({ name: 'ready', image: 'X' })).toThrow('apps/bot: container ready has image "X", which is no image reference');
    expect(() => attach({ name: 'ready', image: 'x:1', portNumber: 70000 })).toThrow('apps/bot: container ready has port 70000');
  });

  test('a container that is added later is taken in once', () => {
    const chart = appsChart();
    bot(chart).addContainer({ name: 'late', image: 'late:latest' });
    expect(Warnings.all(chart)).toHaveLength(1);
    expect(templateOf(synth(chart)).spec.containers.map((container: any) => container.name)).toEqual(['bot', 'late']);
  });

  test('a moving tag is a warning, a fixed one is none', () => {
    const warnings = (image: string) => {
      const chart = appsChart();
      botWith(chart, { image });
      return Warnings.all(chart);
    };
    expect(warnings('x:latest')).toEqual(['apps/bot: image x:latest of container bot has no fixed tag, so nobody knows what runs; write the version']);
    expect(warnings('x:1')).toEqual([]);
  });

  test.each<[string, Partial<kplus.ContainerProps>]>([
    ['ports', { ports: [{ number: 9000 }] }],
    ['portNumber', { portNumber: 9000 }],
    ['ports after UDP', { ports: [{ number: 53, protocol: kplus.Protocol.UDP }, { number: 9000 }] }],
  ])('a probe without port goes to the port of the container given by %s', (_, ports) => {
    const objects = render(chart => botWith(chart, { ...ports, liveness: kplus.Probe.fromHttpGet('/healthz') }));
    expect(containerOf(objects).livenessProbe.httpGet).toMatchObject({ path: '/healthz', port: 9000 });
    expect(containerOf(objects).ports.filter((port: any) => port.containerPort === 9000)).toHaveLength(1);
  });
});

describe('variables', () => {
  test('a wired variable that a container gives another value throws', () => {
    const chart = appsChart();
    const config = commonConfig(chart);
    expect(() => bot(chart, { config, containers: [{ ...CONTAINER, envVariables: { NATS_URL: literal('x') } }] })).toThrow(
      'apps/bot: variable NATS_URL of container bot is key NATS_URL of ConfigMap petrosa-common-config already and cannot be a literal');
  });

  test('a wired variable that is overwritten later fails the synth', () => {
    const chart = appsChart();
    bot(chart, { config: commonConfig(chart) }).containers[0].env.addVariable('NATS_URL', literal('x'));
    expect(() => synth(chart)).toThrow('[apps/bot] variable NATS_URL of container bot is wired to key NATS_URL of ConfigMap petrosa-common-config and was overwritten with a literal');
  });
});

describe('useConfig', () => {
  test('a key that holds the URL of an endpoint is a connection: the variable comes with the way to it', () => {
    const chart = appsChart();
    const config = new PetrosaCommonConfig(chart, 'common', { nats: NATS });
    bot(chart).useConfig(config, { keys: ['NATS_URL'] });
    const objects = synth(chart);
    expect(variablesOf(containerOf(objects))).toEqual([
      'NATS_ENABLED=config petrosa-common-config.NATS_ENABLED',
      'NATS_URL=config petrosa-common-config.NATS_URL',
    ]);
    expect(find(objects, 'NetworkPolicy').spec.egress).toHaveLength(2);
  });

  test('a key that holds the URL of an endpoint may be renamed', () => {
    const chart = appsChart();
    const config = new PetrosaCommonConfig(chart, 'common', { nats: NATS });
    bot(chart).useConfig(config, { keys: ['NATS_URL'], rename: { NATS_URL: 'BROKER' } });
    expect(variablesOf(containerOf(synth(chart)))).toContain('BROKER=config petrosa-common-config.NATS_URL');
  });

  test('every key of an owned config is wired, sorted', () => {
    const chart = appsChart();
    bot(chart).useConfig(settings(chart, { B: '2', A: '1' }));
    expect(envOf(chart)).toEqual(['A=config settings.A', 'B=config settings.B']);
  });

  test('keys says which, in which order, and rename gives a variable another name', () => {
    const chart = appsChart();
    bot(chart).useConfig(settings(chart), { keys: ['B', 'A'], rename: { A: 'ALPHA' } });
    expect(envOf(chart)).toEqual(['B=config settings.B', 'ALPHA=config settings.A']);
  });

  test('a key may be named as what every object has, beside one that is renamed', () => {
    const chart = appsChart();
    const imported = AppConfig.fromConfigMapName(chart, 'settings', { name: 'settings', keys: ['toString', 'A'] });
    bot(chart).useConfig(imported, { keys: ['toString', 'A'], rename: { A: 'ALPHA' } });
    expect(envOf(chart)).toEqual(['toString=config settings.toString', 'ALPHA=config settings.A']);
  });

  test('an imported config needs keys', () => {
    const chart = appsChart();
    const imported = AppConfig.fromConfigMapName(chart, 'settings', { name: 'settings', keys: ['A', 'B'] });
    const workload = bot(chart);
    expect(() => workload.useConfig(imported)).toThrow('apps/bot: ConfigMap settings is imported, so using every key would wire what other workloads read; give the keys');
    workload.useConfig(imported, { keys: ['A'] });
    expect(envOf(chart)).toEqual(['A=config settings.A']);
  });

  test('a missing key throws with the nearest', () => {
    const chart = appsChart();
    expect(() => bot(chart).useConfig(settings(chart, { LOG_LEVEL: 'INFO' }), { keys: ['LOGLEVEL'] })).toThrow(
      'apps/bot: ConfigMap settings has no key LOGLEVEL; did you mean LOG_LEVEL?');
  });

  test('rename of a key that is not used throws', () => {
    const chart = appsChart();
    const workload = bot(chart);
    const config = settings(chart);
    const message = 'apps/bot: rename names the key B, which is not among the keys used; add B to keys, or remove it from rename';
    expect(() => workload.useConfig(config, { keys: ['A'], rename: { B: 'X' } })).toThrow(message);
    expect(() => workload.useSecret(SECRET, { keys: ['uri'], rename: { B: 'X' } })).toThrow(message);
  });

  test('keys that are wired are used, the others are a warning', () => {
    const chart = appsChart();
    bot(chart).useConfig(settings(chart), { keys: ['A'] });
    expect(Warnings.all(chart)).toEqual([expect.stringContaining('apps/settings: no workload uses B of ConfigMap settings')]);
  });

  test('a config of another namespace throws', () => {
    const chart = appsChart();
    const other = new AppConfig(chart, 'settings', { name: 'settings', namespace: 'other', data: { A: '1' }, readBy: 'nobody' });
    expect(() => bot(chart).useConfig(other)).toThrow('cannot read ConfigMap settings of namespace other');
  });
});

describe('useSecret', () => {
  test('keys are wired in order, under their names or others', () => {
    const chart = appsChart();
    bot(chart).useSecret(SECRET, { keys: ['uri', 'token'], rename: { uri: 'DATABASE_URI' } });
    expect(envOf(chart)).toEqual(['DATABASE_URI=secret credentials.uri', 'token=secret credentials.token']);
  });

  test('a missing key throws with the path and the nearest', () => {
    expect(() => bot(appsChart()).useSecret(SECRET, { keys: ['url'] })).toThrow("apps/bot: Secret credentials has no key 'url'; did you mean uri?");
  });
});

describe('connectTo', () => {
  test('variables come from config, Secret and literal, in the order of the calls', () => {
    const chart = appsChart();
    const workload = bot(chart);
    workload.connectTo(MySql.of({ host: 'db.example.com', uri: SECRET.key('uri') }));
    workload.connectTo(HttpsApi.of('api.example.com', { env: 'API_URL' }));
    workload.connectTo(ServiceEndpoint.http({ service: 'x', namespace: 'y', port: 80, env: 'X_URL' }), { config: settings(chart, {}) });
    expect(envOf(chart)).toEqual(['MYSQL_URI=secret credentials.uri', 'API_URL=https://api.example.com', 'X_URL=config settings.X_URL']);
  });

  test('an endpoint of the shared configuration is wired by its key', () => {
    const chart = appsChart();
    const dataManager = ServiceEndpoint.http({ service: 'data', namespace: 'petrosa-apps', port: 80, podPort: 8000 });
    bot(chart).connectTo(new PetrosaCommonConfig(chart, 'common', { nats: NATS, dataManager }).dataManager);
    expect(envOf(chart)).toEqual([common('DATA_MANAGER_URL')]);
    expect(find(synth(chart), 'NetworkPolicy').spec.egress[1].ports).toEqual([{ port: 8000, protocol: 'TCP' }]);
  });

  test('env renames the URL of an endpoint of the shared configuration, not what stands before it', () => {
    const chart = appsChart();
    bot(chart).connectTo(commonConfig(chart).nats, { env: 'BUS_URL' });
    expect(envOf(chart)).toEqual([common('NATS_ENABLED'), 'BUS_URL=config petrosa-common-config.NATS_URL']);
  });

  test('a key that is used by a connection is no warning', () => {
    const chart = appsChart();
    bot(chart).connectTo(ServiceEndpoint.http({ service: 'x', namespace: 'y', port: 80 }), { env: 'X_URL', config: settings(chart, {}) });
    expect(Warnings.all(chart)).toEqual([]);
  });

  test('egress of all connections is one policy, in one order', () => {
    const hosts = ['a.example.com', 'b.example.com'];
    const policy = (order: string[]) => find(render(chart => {
      const workload = bot(chart);
      for (const host of order) workload.connectTo(ExternalHost.of({ host, port: 443 + hosts.indexOf(host) }));
    }), 'NetworkPolicy');
    expect(policy(hosts)).toEqual(policy([...hosts].reverse()));
  });

  test('name and DNS of the policy can be given', () => {
    const objects = render(chart => {
      const clusterDns = ClusterDns.of({ namespace: 'openshift-dns', podLabels: { dns: 'x' }, ports: [5353] });
      bot(chart, { egressPolicyName: 'allow-nats', clusterDns, config: commonConfig(chart) });
    });
    const policy = find(objects, 'NetworkPolicy', 'allow-nats');
    expect(policy.spec.egress[0].to[0].namespaceSelector.matchLabels).toEqual({ 'kubernetes.io/metadata.name': 'nats' });
    expect(policy.spec.egress[1].ports[0].port).toBe(5353);
  });

  test('the policy lives in the namespace of the workload', () => {
    const objects = render(chart => bot(chart, { metadata: { name: 'bot', namespace: 'other' } }).connectTo(HttpsApi.of('a.example.com')));
    expect(find(objects, 'NetworkPolicy').metadata.namespace).toBe('other');
  });
});

describe('identity', () => {
  test('selector, pod labels and policy are the identity, without the address label of cdk8s-plus', () => {
    const objects = render(chart => bot(chart, { config: commonConfig(chart), podMetadata: { labels: { version: '1' } } }));
    expect(find(objects, 'Deployment').spec.selector).toEqual({ matchLabels: { app: 'bot' } });
    expect(templateOf(objects).metadata.labels).toEqual({ app: 'bot', version: '1' });
    expect(find(objects, 'NetworkPolicy').spec.podSelector).toEqual({ matchLabels: { app: 'bot' } });
  });

  test('what cdk8s-plus makes for the workload selects the identity', () => {
    const objects = render(chart => {
      const workload = botWith(chart, { portNumber: 80 });
      workload.exposeViaService({ name: 'plus' });
      workload.scheduling.spread();
    });
    expect(find(objects, 'Service').spec.selector).toEqual({ app: 'bot' });
    expect(templateOf(objects).spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector)
      .toEqual({ matchLabels: { app: 'bot' } });
  });

  test('a change of the given labels afterwards changes nothing', () => {
    const chart = appsChart();
    const labels: { [key: string]: string } = { app: 'bot' };
    bot(chart, { labels, config: commonConfig(chart) });
    labels.app = 'changed';
    expect(find(synth(chart), 'Deployment').spec.selector.matchLabels).toEqual({ app: 'bot' });
    expect(find(synth(chart), 'NetworkPolicy').spec.podSelector.matchLabels).toEqual({ app: 'bot' });
  });

  test('two workloads of one kind, name and namespace are refused', () => {
    const chart = appsChart();
    bot(chart);
    expect(() => new NatsAwareDeployment(chart, 'again', { ...BOT, labels: { app: 'other' } })).toThrow('apps/again: Deployment bot is rendered by apps/bot as well');
  });
});
