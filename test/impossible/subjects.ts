import { Impossible } from './entry';
import { cronJob, deployment, NATS, sharedConfig } from './platform';
import { variables, variablesNamed } from './reading';
import { AppConfig, PetrosaCommonConfig, Subject, SubjectEnvironment, SubjectPattern, SubjectPrefix } from '../../src';

const KLINES = 'klines.{symbol}.{period}';

export const SUBJECTS: Impossible[] = [
  {
    incident: '07-realtime-nats-prefix-missing',
    what: 'the shared ConfigMap lacks the prefixes that others read',
    by: '`publishes` of a workload',
    how: 'throws',
    because: 'a program that builds subjects under a prefix is refused where the configuration lacks its key',
    attempt: chart => cronJob(chart, 'klines-m5', {
      config: new PetrosaCommonConfig(chart, 'common', { nats: NATS }),
      publishes: [SubjectPrefix.of('binance').subject(KLINES, SubjectEnvironment.PRODUCTION).inProgram()],
    }),
    shows: 'ConfigMap petrosa-common-config has no key NATS_SUBJECT_PREFIX_PRODUCTION',
  },
  {
    incident: '15-tabot-nats-subject-prefix-missing',
    what: 'the prefixes of the subscriptions are not wired',
    by: '`subscribes` of a workload',
    how: 'derived',
    because: 'a pattern under a prefix brings the variable by which the program builds it',
    attempt: chart => {
      const config = sharedConfig(chart);
      const candles = [SubjectEnvironment.BASE, SubjectEnvironment.PRODUCTION]
        .map(environment => config.subjectPrefix.pattern('klines.*.*', environment, { publishedElsewhere: true }).inProgram());
      deployment(chart, 'ta-bot', { config, subscribes: candles });
    },
    reads: objects => variables(objects, 'ta-bot').slice(2),
    shows: [
      'NATS_SUBJECT_PREFIX=config petrosa-common-config.NATS_SUBJECT_PREFIX',
      'NATS_SUBJECT_PREFIX_PRODUCTION=config petrosa-common-config.NATS_SUBJECT_PREFIX_PRODUCTION',
    ],
  },
  {
    incident: '18-extractor-nats-prefix-restored',
    what: 'jobs publish under the default prefix, since none is wired',
    by: '`SubjectPrefix.subject`',
    how: 'derived',
    because: 'each job has the prefix of the environment whose subjects it publishes',
    attempt: chart => {
      const config = sharedConfig(chart);
      for (const environment of [SubjectEnvironment.PRODUCTION, SubjectEnvironment.GAP_FILLER]) {
        const klines = config.subjectPrefix.subject(KLINES, environment, { subscribedElsewhere: true });
        cronJob(chart, `klines-${environment.name.toLowerCase().replace('_', '-')}`, { config, publishes: [klines.inProgram()] });
      }
    },
    reads: objects => ['NATS_SUBJECT_PREFIX_PRODUCTION', 'NATS_SUBJECT_PREFIX_GAP_FILLER'].flatMap(name => variablesNamed(name)(objects)),
    shows: [
      'NATS_SUBJECT_PREFIX_PRODUCTION=config petrosa-common-config.NATS_SUBJECT_PREFIX_PRODUCTION',
      'NATS_SUBJECT_PREFIX_GAP_FILLER=config petrosa-common-config.NATS_SUBJECT_PREFIX_GAP_FILLER',
    ],
  },
  {
    incident: '20-realtime-consumer-subject-fix',
    what: 'the subscriber listens to a subject that its publisher has left',
    by: '`subscribes` of a workload',
    how: 'warns',
    because: 'a subject with one side only is named, together with the construct that uses it',
    attempt: chart => {
      const config = new AppConfig(chart, 'config', { name: 'settings' });
      const live = Subject.of('binance.futures.websocket.data', { subscribedElsewhere: true });
      deployment(chart, 'socket-client', { publishes: [live.bind('NATS_TOPIC', { config })] });
      deployment(chart, 'strategies', { subscribes: [Subject.of('binance.websocket.data').bind('NATS_CONSUMER_TOPIC', { config })] });
    },
    shows: 'apps/strategies: subscribes to "binance.websocket.data", and no workload of this app publishes to it',
  },
  {
    incident: '22-realtime-wildcard-publish',
    what: 'the subject to publish to has a wildcard',
    by: '`publishes` of a workload',
    how: 'throws',
    because: 'a pattern is a type of its own and cannot be published to',
    attempt: chart => deployment(chart, 'strategies', {
      publishes: [SubjectPattern.of('intent.trading.*').bind('NATS_PUBLISHER_TOPIC', { config: new AppConfig(chart, 'config', { name: 'settings' }) })],
    }),
    shows: 'apps/strategies: publishes the pattern "intent.trading.*"',
  },
  {
    incident: '22-realtime-wildcard-publish',
    what: 'the subject to publish to has a wildcard',
    by: '`Subject.of`',
    how: 'throws',
    because: 'a wildcard is refused in a literal subject, and a placeholder offered for what the program fills in',
    attempt: () => Subject.of('intent.trading.*'),
    shows: 'subject "intent.trading.*" has the wildcard *, which only subscribers may use',
  },
];
