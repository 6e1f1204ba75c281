import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Chart, Testing } from 'cdk8s';
import { NatsServer } from '../../src/address/nats-server';
import { OtlpCollector } from '../../src/address/otlp-collector';
import { ServiceEndpoint } from '../../src/address/service-endpoint';
import { Warnings } from '../../src/app';
import { CommonConfigManifestProps, ImportedCommonConfigProps, PetrosaCommonConfig, PetrosaCommonConfigProps } from '../../src/config';
import { SubjectEnvironment } from '../../src/subject/subject-environment';

const nats = NatsServer.of({ service: 'nats-server', namespace: 'nats' });
const dataManager = ServiceEndpoint.http({ service: 'petrosa-data-manager', namespace: 'petrosa-apps', port: 80 });
const otlpCollector = OtlpCollector.of({ service: 'grafana-alloy', namespace: 'observability' });

const chart = () => new Chart(new App(), 'test', { namespace: 'petrosa-apps' });
const common = (props: Partial<PetrosaCommonConfigProps> = {}) => new PetrosaCommonConfig(chart(), 'common', { nats, ...props });
const imported = (props: Partial<ImportedCommonConfigProps> = {}) => PetrosaCommonConfig.fromConfigMapName(chart(), 'common', { nats, ...props });
const data = (config: PetrosaCommonConfig) => Testing.synth(Chart.of(config))[0].data;
const prefixes = ({ subjectPrefix }: PetrosaCommonConfig) =>
  [SubjectEnvironment.BASE, SubjectEnvironment.PRODUCTION, SubjectEnvironment.GAP_FILLER].map(environment => subjectPrefix.prefix(environment));

describe('a config that is created here', () => {
  test('NATS server and subject prefix give the five keys of the rule book', () => {
    expect(data(common({ subjectPrefix: 'binance' }))).toEqual({
      NATS_URL: 'nats://nats-server.nats.svc.cluster.local:4222',
      NATS_ENABLED: 'true',
      NATS_SUBJECT_PREFIX: 'binance',
      NATS_SUBJECT_PREFIX_PRODUCTION: 'binance.production',
      NATS_SUBJECT_PREFIX_GAP_FILLER: 'binance.gap_filler',
    });
  });

  test('its name is that of the platform', () => {
    expect(common().configMapName).toBe('petrosa-common-config');
  });

  test.each([[undefined, 'other systems'], ['the dashboards', 'the dashboards']])('with readBy %p its keys are read by %s', (readBy, reader) => {
    expect(Testing.synth(Chart.of(common({ readBy })))[0].metadata.annotations).toEqual({ 'petrosa.io/read-by': reader });
  });

  test('it may have another name', () => {
    expect(common({ name: 'other' }).configMapName).toBe('other');
  });

  test('a prop that is not given has no key', () => {
    expect(common().keys).toEqual(['NATS_ENABLED', 'NATS_URL']);
  });

  test('texts, flags and lists are rendered as strings', () => {
    expect(data(common({ natsEnabled: false, logLevel: 'INFO', simulationEnabled: false, defaultSymbols: ['BTCUSDT', 'ETHUSDT'] }))).toMatchObject({
      'NATS_ENABLED': 'false', 'LOG_LEVEL': 'INFO', 'simulation-enabled': 'false', 'DEFAULT_SYMBOLS': 'BTCUSDT,ETHUSDT',
    });
  });

  test('endpoints are rendered as their URLs', () => {
    expect(data(common({ dataManager, otlpCollector }))).toMatchObject({
      DATA_MANAGER_URL: 'http://petrosa-data-manager.petrosa-apps.svc.cluster.local:80',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://grafana-alloy.observability.svc.cluster.local:4317',
    });
  });

  test('the prefixes of the environments are data', () => {
    expect(prefixes(common({ subjectPrefix: 'binance.extraction', subjectPrefixGapFiller: 'binance.extraction.gap-filler' })))
      .toEqual(['binance.extraction', 'binance.extraction.production', 'binance.extraction.gap-filler']);
  });

  test.each(['subjectPrefixProduction', 'subjectPrefixGapFiller'])('%s without subjectPrefix is refused', prop => {
    expect(() => common({ [prop]: 'binance.other' })).toThrow('test/common: a subject prefix of an environment is given without the one they are read with; give subjectPrefix as well');
  });

  test('a prefix with a wildcard is refused at the path of the config', () => {
    expect(() => common({ subjectPrefix: 'binance.*' })).toThrow('test/common: NATS_SUBJECT_PREFIX');
  });

  test('further keys are allowed', () => {
    expect(data(common({ data: { FURTHER: 'yes' } }))).toMatchObject({ FURTHER: 'yes' });
  });

  test('a further key cannot give another value than the prop', () => {
    expect(() => common({ data: { LOG_LEVEL: 'INFO' }, logLevel: 'DEBUG' })).toThrow("key LOG_LEVEL of ConfigMap petrosa-common-config holds 'INFO', not 'DEBUG'");
  });

  test('without nats of an untyped caller it is refused', () => {
    expect(() => common({ nats: undefined })).toThrow('test/common: the prop nats is missing; write NatsServer.of');
  });

  test('another endpoint than a NatsServer is refused as nats', () => {
    expect(() => common({ nats: dataManager as unknown as NatsServer })).toThrow('test/common: the prop nats is no NatsServer; write NatsServer.of');
  });

  test('a NATS URL cannot be given as text', () => {
    expect(() => common({ data: { NATS_URL: nats.url! } })).toThrow('declare it in `endpoints`');
  });

  test('keys that nobody uses here are no warning: other repositories read them', () => {
    expect(Warnings.all(common({ logLevel: 'INFO' }))).toEqual([]);
  });
});

describe('its endpoints', () => {
  test('NATS is wired by NATS_ENABLED and NATS_URL, in this order', () => {
    expect(common().nats.variables.map(({ name, source }) => [name, source.config?.configMapName, source.key])).toEqual([
      ['NATS_ENABLED', 'petrosa-common-config', 'NATS_ENABLED'],
      ['NATS_URL', 'petrosa-common-config', 'NATS_URL'],
    ]);
  });

  test('the URL of the key and the egress are those of one endpoint', () => {
    const config = common({ dataManager });
    expect([config.dataManager.url, config.dataManager.egress]).toEqual([config._value('DATA_MANAGER_URL'), dataManager.egress]);
  });

  test('the collector and the profiler are wired by their keys', () => {
    const { otlpCollector: collector, pyroscopeServer } = common({ otlpCollector, pyroscopeServer: dataManager });
    expect([collector, pyroscopeServer].map(({ variables }) => variables[0].source.key)).toEqual(['OTEL_EXPORTER_OTLP_ENDPOINT', 'PYROSCOPE_SERVER_ADDRESS']);
  });

  test.each(['dataManager', 'otlpCollector', 'pyroscopeServer'] as const)('%s throws where it was not given', prop => {
    expect(() => common()[prop]).toThrow(`is not known; give it by the prop ${prop}`);
  });

  test('the subject prefix throws where it was not given', () => {
    expect(() => common().subjectPrefix).toThrow('test/common: the value of NATS_SUBJECT_PREFIX is not known; give it by the prop subjectPrefix');
  });
});

describe('a config that is imported by its name', () => {
  test('it renders nothing and has the keys of the platform', () => {
    const config = imported();
    expect([Testing.synth(Chart.of(config)), config.keys]).toEqual([[], PetrosaCommonConfig.PLATFORM_KEYS]);
  });

  test('its keys may be declared', () => {
    expect(imported({ keys: ['NATS_URL', 'NATS_ENABLED'] }).keys).toEqual(['NATS_ENABLED', 'NATS_URL']);
  });

  test('it is refused where it lacks the key of an endpoint that is given', () => {
    expect(() => imported({ keys: ['NATS_URL', 'NATS_ENABLED'], dataManager })).toThrow('test/common: ConfigMap petrosa-common-config has no key DATA_MANAGER_URL');
  });

  test('it is refused where it lacks NATS_ENABLED', () => {
    expect(() => imported({ keys: ['NATS_URL'] })).toThrow('has no key NATS_ENABLED');
  });

  test('no setting is guessed to have its default', () => {
    expect(imported()._value('NATS_ENABLED')).toBeUndefined();
  });

  test('its endpoints are wired as those of an owned one', () => {
    expect(imported().nats.variables.map(variable => variable.name)).toEqual(['NATS_ENABLED', 'NATS_URL']);
  });

  test('its subject prefixes are those that are given', () => {
    expect(prefixes(imported({ subjectPrefix: 'a', subjectPrefixProduction: 'b' }))).toEqual(['a', 'b', 'a.gap_filler']);
  });

  test('it may lack the key of an environment whose prefix is not given', () => {
    expect(imported({ keys: ['NATS_URL', 'NATS_ENABLED', 'NATS_SUBJECT_PREFIX'], subjectPrefix: 'a' })._value('NATS_SUBJECT_PREFIX')).toBe('a');
  });

  test('it may not lack the key of an environment whose prefix is given', () => {
    expect(() => imported({ keys: ['NATS_URL', 'NATS_ENABLED', 'NATS_SUBJECT_PREFIX'], subjectPrefix: 'a', subjectPrefixProduction: 'b' }))
      .toThrow('has no key NATS_SUBJECT_PREFIX_PRODUCTION');
  });
});

describe('a config that a YAML file describes', () => {
  const values = {
    NATS_URL: nats.url,
    NATS_ENABLED: 'true',
    LOG_LEVEL: 'INFO',
    DATA_MANAGER_URL: 'http://elsewhere',
    NATS_SUBJECT_PREFIX: 'b',
    NATS_SUBJECT_PREFIX_PRODUCTION: 'b.p',
    NATS_SUBJECT_PREFIX_GAP_FILLER: 'b.gap-filler',
  };

  function fromManifest(content: object, props: Partial<CommonConfigManifestProps> = {}): PetrosaCommonConfig {
    const path = join(mkdtempSync(join(tmpdir(), 'common-')), 'common.yaml');
    writeFileSync(path, JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'petrosa-common-config', namespace: 'live' }, data: content }));
    return PetrosaCommonConfig.fromManifest(chart(), 'common', path, { nats, ...props });
  }

  test('namespace, keys and values are those of the file', () => {
    const config = fromManifest(values);
    expect([config.owned, config.namespace, config.keys, config._value('LOG_LEVEL')]).toEqual([false, 'live', Object.keys(values).sort(), 'INFO']);
  });

  test('the subject prefixes are those of the file', () => {
    expect(prefixes(fromManifest(values))).toEqual(['b', 'b.p', 'b.gap-filler']);
  });

  test('a NATS_URL that is not the URL of the server is refused with both', () => {
    expect(() => fromManifest({ ...values, NATS_URL: 'nats://nats-server:4222' })).toThrow(
      "test/common: key NATS_URL of ConfigMap petrosa-common-config holds 'nats://nats-server:4222', not 'nats://nats-server.nats.svc.cluster.local:4222'");
  });

  test('a NATS_URL with a password is refused without showing it', () => {
    expect(() => fromManifest({ ...values, NATS_URL: 'nats://u:hunter2@nats:4222' })).toThrow('(not shown, it may hold a credential)');
  });

  test('the URL of another endpoint must agree as well', () => {
    expect(() => fromManifest(values, { dataManager })).toThrow("key DATA_MANAGER_URL of ConfigMap petrosa-common-config holds 'http://elsewhere'");
  });

  test('a URL is refused: a synth reads nothing from the network', () => {
    expect(() => PetrosaCommonConfig.fromManifest(chart(), 'common', 'https://example.com/common.yaml', { nats }))
      .toThrow('test: a ConfigMap is not read from a URL; download the file');
  });

  test('a file without the ConfigMap is refused at the path of the scope', () => {
    expect(() => fromManifest(values, { name: 'other' })).toThrow('test: ');
  });
});
