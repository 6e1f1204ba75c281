import { Construct } from 'constructs';
import { Config } from './config';
import { CommonConfigEndpoints, CommonConfigManifestProps, CommonConfigSubjects, ImportedCommonConfigProps, PetrosaCommonConfigProps } from './petrosa-common-config-props';
import { IEndpoint } from '../address/endpoint';
import { NatsServer } from '../address/nats-server';
import { readConfigManifest } from './private/config-manifest';
import { ENDPOINT_KEYS, PLATFORM_KEYS, SETTING_KEYS, SUBJECT_KEYS } from './private/platform-keys';
import { constructError } from '../app/private/errors';
import { withPath } from '../app/private/with-path';
import { SubjectPrefix } from '../subject/subject-prefix';

const DEFAULT_NAME = 'petrosa-common-config';

/** The ConfigMap that all systems of the platform share (rule book §2 and §6): created here, or imported where another repository creates it. */
export class PetrosaCommonConfig extends Config {
  /** The keys of the live platform's ConfigMap, sorted. */
  public static readonly PLATFORM_KEYS: string[] = [...PLATFORM_KEYS];

  /**
   * The ConfigMap of another repository or chart. A change of it rolls no pods: `kubectl rollout restart` those that read it.
   * @throws if it lacks a key of what is given
   */
  public static fromConfigMapName(scope: Construct, id: string, props: ImportedCommonConfigProps): PetrosaCommonConfig {
    const { keys = PLATFORM_KEYS, ...rest } = props;
    return new PetrosaCommonConfig(scope, id, { ...rest, _imported: { keys } });
  }

  /**
   * The ConfigMap of a YAML file, which may hold other objects: its namespace, keys and values are known.
   * @param path path of the file
   * @throws if the path is a URL, as a synth must not depend on the network, if the file has no such ConfigMap, or if a key does not hold the URL of its endpoint
   */
  public static fromManifest(scope: Construct, id: string, path: string, props: CommonConfigManifestProps): PetrosaCommonConfig {
    if (path.includes('://')) throw constructError(scope, 'a ConfigMap is not read from a URL', 'download the file and give its path');
    const { namespace, ...content } = withPath(scope, () => readConfigManifest(path, props.name ?? DEFAULT_NAME));
    return new PetrosaCommonConfig(scope, id, { ...props, namespace, _imported: content });
  }

  constructor(scope: Construct, id: string, props: PetrosaCommonConfigProps) {
    super(scope, id, props.name ?? DEFAULT_NAME, { ...props, readBy: props.readBy ?? 'other systems' });
    checkNats(this, props.nats);
    if (this.owned) this.putSettings({ natsEnabled: true, ...props });
    this.putSubjects(props);
    for (const [prop, key] of Object.entries(ENDPOINT_KEYS)) {
      const endpoint = props[prop as keyof CommonConfigEndpoints];
      if (endpoint) this._putEndpoint(key, endpoint, { keysBefore: prop === 'nats' ? [SETTING_KEYS.natsEnabled] : [] });
    }
  }

  /** The NATS server, by the keys `NATS_ENABLED` and `NATS_URL`. */
  public get nats(): IEndpoint {
    return this.declared('nats');
  }

  /**
   * The data manager, by the key `DATA_MANAGER_URL`.
   * @throws if it was not given
   */
  public get dataManager(): IEndpoint {
    return this.declared('dataManager');
  }

  /**
   * The OpenTelemetry collector, by the key `OTEL_EXPORTER_OTLP_ENDPOINT`.
   * @throws if it was not given
   */
  public get otlpCollector(): IEndpoint {
    return this.declared('otlpCollector');
  }

  /**
   * The Pyroscope server, by the key `PYROSCOPE_SERVER_ADDRESS`.
   * @throws if it was not given
   */
  public get pyroscopeServer(): IEndpoint {
    return this.declared('pyroscopeServer');
  }

  /**
   * What subjects begin with, by environment.
   * @throws if the values of the keys `NATS_SUBJECT_PREFIX*` are not known
   */
  public get subjectPrefix(): SubjectPrefix {
    const prefix = this._value(SUBJECT_KEYS.subjectPrefix);
    if (prefix === undefined) {
      throw constructError(this, `the value of ${SUBJECT_KEYS.subjectPrefix} is not known`, 'give it by the prop subjectPrefix');
    }
    const production = this._value(SUBJECT_KEYS.subjectPrefixProduction);
    const gapFiller = this._value(SUBJECT_KEYS.subjectPrefixGapFiller);
    return withPath(this, () => SubjectPrefix.of(prefix, { production, gapFiller }));
  }

  private declared(prop: keyof CommonConfigEndpoints): IEndpoint {
    const key = ENDPOINT_KEYS[prop];
    if (!this._hasEndpoint(key)) {
      throw constructError(this, `the endpoint whose URL key ${key} holds is not known`, `give it by the prop ${prop}`);
    }
    return this.endpoint(key);
  }

  private putSettings(props: PetrosaCommonConfigProps): void {
    for (const [prop, key] of Object.entries(SETTING_KEYS)) {
      const value = props[prop as keyof typeof SETTING_KEYS];
      if (value !== undefined) this.addData(key, Array.isArray(value) ? value.join(',') : String(value));
    }
  }

  private putSubjects(props: CommonConfigSubjects): void {
    const { subjectPrefix, subjectPrefixProduction: production, subjectPrefixGapFiller: gapFiller } = props;
    if (subjectPrefix === undefined) {
      if (production !== undefined || gapFiller !== undefined) {
        throw constructError(this, 'a subject prefix of an environment is given without the one they are read with', 'give subjectPrefix as well');
      }
      return;
    }
    const { values } = withPath(this, () => SubjectPrefix.of(subjectPrefix, { production, gapFiller }));
    for (const [prop, key] of Object.entries(SUBJECT_KEYS)) {
      const given = props[prop as keyof CommonConfigSubjects] !== undefined;
      // An imported map may lack the key of a default.
      if (this.owned || given || this._hasKey(key)) this.addData(key, values[key]);
    }
  }
}

function checkNats(scope: Construct, nats: unknown): void {
  if (!(nats instanceof NatsServer)) {
    throw constructError(scope, nats === undefined ? 'the prop nats is missing' : 'the prop nats is no NatsServer',
      "write NatsServer.of({ service: 'nats-server', namespace: 'nats' })");
  }
}
