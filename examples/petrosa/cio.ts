import { Chart, Duration } from 'cdk8s';
import { AppConfig, HttpsApi, NatsAwareDeployment, NatsConnectionCheck, Redis, Subject } from 'cdk8s-petrosa';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { PetrosaPlatform, resources } from './platform';

const NAME = 'petrosa-cio';

/** Intercepts trading intents and publishes those that it approves. */
export class Cio extends Chart {
  public readonly program: NatsAwareDeployment;

  constructor(scope: Construct, platform: PetrosaPlatform) {
    super(scope, NAME, { namespace: platform.namespace });
    const { commonConfig, subjects } = platform;
    const settings = new AppConfig(this, 'config', {
      name: `${NAME}-config`,
      labels: { app: 'cio', component: 'governance' },
      data: {
        ENVIRONMENT: 'production',
        LOG_LEVEL: 'INFO',
        API_PORT: '8000',
        ENABLE_OTEL: 'true',
        OTEL_SERVICE_VERSION: '1.0.0',
        LLM_PROVIDER: 'openai',
        LLM_USE_MOCK: 'false',
        NURSE_USE_LLM_REASONING: 'false',
        MCP_USE_LLM: 'false',
      },
    });

    const cio = this.program = new NatsAwareDeployment(this, 'deployment', {
      metadata: { name: NAME },
      labels: { app: NAME },
      replicas: 1,
      config: commonConfig,
      subscribes: [subjects.intents.bind('NATS_TOPIC_INTENTS', { config: settings })],
      publishes: [
        subjects.signals.bind('NATS_TOPIC_SIGNALS', { config: settings }),
        Subject.of('trade.execute.{strategy}', { subscribedElsewhere: true }).inProgram(),
      ],
      containers: [{
        name: 'cio-strategist',
        image: platform.image(NAME),
        ports: [{ name: 'http', number: 8000 }, { name: 'metrics', number: 9090 }],
        envVariables: {
          LLM_PROVIDER: kplus.EnvValue.fromValue('mock'),
          ENVIRONMENT: kplus.EnvValue.fromValue('production'),
          ENABLE_OTEL: kplus.EnvValue.fromValue('true'),
        },
        resources: resources([100, 500], [256, 512]),
        securityContext: { user: 1000, group: 1000 },
      }],
    });
    platform.sendTelemetry(cio, []);
    cio.connectTo(commonConfig.dataManager);
    cio.connectTo(platform.tradeEngine, { env: 'TRADEENGINE_URL', config: settings });
    cio.connectTo(platform.taBot, { env: 'TA_BOT_URL', config: settings });
    cio.connectTo(platform.realtimeStrategies);
    cio.connectTo(Redis.of({ service: 'petrosa-redis', namespace: platform.namespace }), { config: settings });
    cio.connectTo(HttpsApi.of('api.openai.com'));
    cio.exposeHttp({
      targetPort: 8000,
      additionalPorts: [{ name: 'metrics', port: 9090 }],
      labels: { app: 'cio', component: 'governance' },
      fromNamespaces: [platform.monitoringNamespace],
    });
    new NatsConnectionCheck(this, 'nats-check', { workload: cio, ttlAfterFinished: Duration.hours(1) });
  }
}
