import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { stringify } from 'yaml';
import { alerted, metricRules, ruleOf, URL } from './support';
import { describeWithTools } from '../support/tools';
import { find } from '../workload/support';

const OBJECTS = alerted({ clientMetrics: { connected: 'nats_connected', reconnections: 'nats_reconnections_total' }, settings: { publishStopped: { enabled: true } } });

/** Values of a series, one a minute, by its labels, in the notation of promtool. */
type Series = Record<string, string>;

/** Twenty minutes of series, and what comes of them. */
interface Case {
  readonly fires: Series;
  /** What fires as well, by why. */
  readonly also?: Record<string, Series>;
  /** Labels beside those of the rule. */
  readonly labels?: Record<string, string>;
  readonly description: string;
  /** What does not fire, by why not. */
  readonly quiet: Record<string, Series>;
}

const POD = 'quotes-7c5ddbdf54-x2k9p';
const client = (metric: string, labels = '', pod = POD) => `${metric}{namespace="petrosa-apps",pod="${pod}"${labels}}`;
const sent = (labels = '', pod = POD) => client('messaging_client_sent_messages_total', `,messaging_system="nats"${labels}`, pod);
const FAILED = ',error_type="timeout"';
const bucket = (le: string, labels = '') => client('messaging_client_operation_duration_seconds_bucket', `,messaging_system="nats",le="${le}"${labels}`);
const server = (metric: string, labels = '', namespace = 'nats') => `nats_${metric}{namespace="${namespace}",pod="nats-0"${labels}}`;
const CONSUMER = ',account="$G",stream_name="ticks",consumer_name="archive"';
const CLIENTS = 'Its clients: Deployment quotes of namespace petrosa-apps.';
const NATS_POD = `Pod nats-0 of the NATS server ${URL}`;

const CASES: Record<string, Case> = {
  NatsDisconnected: {
    fires: { [client('nats_connected')]: '1x10 0x10', [client('nats_connected', '', 'quotes-7c5ddbdf54-b4b4b')]: '1x20' },
    labels: { pod: POD },
    description: `Pod ${POD} of Deployment quotes of namespace petrosa-apps is not connected to ${URL}.`,
    quiet: {
      'connected again in time': { [client('nats_connected')]: '1x18 0 0' },
      'another workload is not connected': { [client('nats_connected', '', 'quotes-archive-7c5ddbdf54-x2k9p')]: '0x20' },
      'another namespace has such a pod': { [`nats_connected{namespace="shop",pod="${POD}"}`]: '0x20' },
    },
  },
  NatsPublishFailures: {
    fires: { [sent()]: '0+90x20', [sent(FAILED)]: '0+10x20' },
    description: `10% of the messages that Deployment quotes of namespace petrosa-apps sends to ${URL} fail.`,
    quiet: {
      'one in a hundred fails': { [sent()]: '0+99x20', [sent(FAILED)]: '0+1x20' },
      'it has failed for a short time': { [sent()]: '0+90x20', [sent(FAILED)]: '0x17 90 180 270' },
      'nothing is sent': { [sent()]: '100x20', [sent(FAILED)]: '10x20' },
      'messages of another system fail': { [sent()]: '0+90x20', [client('messaging_client_sent_messages_total', ',messaging_system="kafka",error_type="timeout"')]: '0+10x20' },
    },
  },
  NatsPublishStopped: {
    fires: { [sent()]: '500x20', [sent(FAILED)]: '0+3x20' },
    also: {
      'its program counts nothing before its first message': {},
      'its program counts nothing since it started anew': { [sent()]: '0+9x3 _x17' },
      'all messages fail': { [sent(FAILED)]: '0+3x20' },
    },
    description: `Deployment quotes of namespace petrosa-apps has sent 0 messages to ${URL} within 15 minutes.`,
    quiet: {
      'one message is enough': { [sent()]: '500x10 501x10' },
      'it has sent messages before it started anew': { [sent()]: '0+1x12 _x8' },
    },
  },
  NatsLatencyHigh: {
    fires: { [bucket('0.5')]: '0+90x20', [bucket('1')]: '0+100x20', [bucket('+Inf')]: '0+100x20' },
    description: `One in a hundred messages of Deployment quotes of namespace petrosa-apps to ${URL} takes 950ms or more.`,
    quiet: {
      'only one in a thousand is slow': { [bucket('0.5')]: '0+999x20', [bucket('1')]: '0+1000x20', [bucket('+Inf')]: '0+1000x20' },
      'it waits for messages': Object.fromEntries(['0.5', '1', '+Inf'].map(le => [bucket(le, ',messaging_operation_type="receive"'), le === '0.5' ? '0x20' : '0+9x20'])),
      'it has been slow for a short time': { [bucket('0.5')]: '0+9x13 117x7', [bucket('1')]: '0+9x20', [bucket('+Inf')]: '0+9x20' },
    },
  },
  NatsReconnections: {
    fires: { [client('nats_reconnections_total')]: '0+1x20' },
    labels: { pod: POD },
    description: `Pod ${POD} of Deployment quotes of namespace petrosa-apps has reconnected to ${URL} 15 times within 15 minutes.`,
    quiet: {
      'two reconnections are usual': { [client('nats_reconnections_total')]: '0x10 1 2x9' },
      'several pods reconnect once': Object.fromEntries(['b', 'c', 'd', 'f'].map(each => [client('nats_reconnections_total', '', `quotes-7c5ddbdf54-2222${each}`), '0x10 1x10'])),
    },
  },
  NatsServerDown: {
    fires: { [server('varz_connections')]: '3x8 _x12' },
    description: `Prometheus has no metrics of ${URL}: it is down, or nobody scrapes it. ${CLIENTS}`,
    quiet: {
      'it is there': { [server('varz_connections')]: '3x20' },
      'it is there again in time': { [server('varz_connections')]: '3x8 _x6 3x6' },
    },
  },
  NatsServerWithoutClients: {
    fires: { [server('varz_connections')]: '3x10 0x10', [server('varz_connections', '', 'other')]: '3x20' },
    description: `${URL} has 0 connections. ${CLIENTS}`,
    quiet: {
      'one client is enough': { [server('varz_connections')]: '1x20' },
      'the server has just started': { [server('varz_connections')]: '_x16 0x4' },
    },
  },
  NatsConnectionsNearLimit: {
    fires: { [server('varz_connections')]: '900x20', [server('varz_max_connections')]: '1000x20' },
    labels: { pod: 'nats-0' },
    description: `${NATS_POD} has 90% of the connections that it takes. ${CLIENTS}`,
    quiet: {
      'half are left': { [server('varz_connections')]: '500x20', [server('varz_max_connections')]: '1000x20' },
      'a short peak': { [server('varz_connections')]: '500x15 900x5', [server('varz_max_connections')]: '1000x20' },
    },
  },
  NatsSlowConsumers: {
    fires: { [server('varz_slow_consumers')]: '7x16 11x4' },
    labels: { pod: 'nats-0' },
    description: `${NATS_POD} has found 4 slow consumers within 5 minutes; they have lost messages. ${CLIENTS}`,
    quiet: {
      'those of last week count no more': { [server('varz_slow_consumers')]: '7x20' },
      'the server starts anew': { [server('varz_slow_consumers')]: '7x17 0x3' },
    },
  },
  NatsJetStreamStorage: {
    fires: { [server('varz_jetstream_stats_storage')]: '9e9x20', [server('varz_jetstream_config_max_storage')]: '1e10x20' },
    labels: { pod: 'nats-0' },
    description: `${NATS_POD} uses 90% of the storage of JetStream, and refuses messages to streams once it is full. ${CLIENTS}`,
    quiet: {
      'there is room': { [server('varz_jetstream_stats_storage')]: '8e9x20', [server('varz_jetstream_config_max_storage')]: '1e10x20' },
      'it has no storage': { [server('varz_jetstream_stats_storage')]: '1x20', [server('varz_jetstream_config_max_storage')]: '0x20' },
    },
  },
  NatsJetStreamApiErrors: {
    fires: { [server('varz_jetstream_stats_api_errors')]: '100+2x20' },
    labels: { pod: 'nats-0' },
    description: `${NATS_POD} has answered 30 requests to JetStream by an error within 15 minutes. ${CLIENTS}`,
    quiet: { 'a few errors are usual': { [server('varz_jetstream_stats_api_errors')]: '100x15 104x5' } },
  },
  NatsConsumerPending: {
    fires: { [server('consumer_num_pending', `${CONSUMER},is_consumer_leader="true"`)]: '5000x20' },
    labels: { account: '$G', stream_name: 'ticks', consumer_name: 'archive' },
    description: `Consumer archive of stream ticks on ${URL} has 5000 messages still to get. ${CLIENTS}`,
    quiet: {
      'it keeps up': { [server('consumer_num_pending', `${CONSUMER},is_consumer_leader="true"`)]: '900x20' },
      'a follower says what it knew last': { [server('consumer_num_pending', `${CONSUMER},is_consumer_leader="false"`)]: '5000x20' },
      'it catches up': { [server('consumer_num_pending', CONSUMER)]: '5000x14 0x6' },
    },
  },
  NatsConsumerRedelivered: {
    fires: { [server('consumer_num_redelivered', CONSUMER)]: '50x20' },
    labels: { account: '$G', stream_name: 'ticks', consumer_name: 'archive' },
    description: `Consumer archive of stream ticks on ${URL} has 50 messages that it got again and has not acknowledged. ${CLIENTS}`,
    quiet: { 'a few are usual': { [server('consumer_num_redelivered', CONSUMER)]: '10x20' } },
  },
  NatsStreamLag: {
    fires: { [server('stream_source_lag', ',account="$G",stream_name="copy",source_name="ticks"')]: '2000x20' },
    labels: { account: '$G', stream_name: 'copy', source_name: 'ticks' },
    description: `Stream copy on ${URL} is 2000 messages behind ticks. ${CLIENTS}`,
    quiet: { 'it is close': { [server('stream_source_lag', ',account="$G",stream_name="copy",source_name="ticks"')]: '1000x20' } },
  },
};

test('every alert for Prometheus has a case', () => {
  expect(metricRules(OBJECTS).map(({ alert }) => alert)).toEqual(Object.keys(CASES));
});

/** A case as promtool takes it. */
interface Trial {
  readonly alert: string;
  readonly title: string;
  readonly series: Series;
  readonly expected: object[];
}

const FIRING = Object.entries(CASES).flatMap(([alert, { fires, also, labels, description }]) => {
  const rule = ruleOf(metricRules(OBJECTS), alert);
  const expected = [{ exp_labels: { ...rule.labels, ...labels }, exp_annotations: { ...rule.annotations, description } }];
  return Object.entries({ 'and says for what': fires, ...also }).map(([title, series]): Trial => ({ alert, title, series, expected }));
});

const QUIET = Object.entries(CASES).flatMap(([alert, { quiet }]) =>
  Object.entries(quiet).map(([title, series]): Trial => ({ alert, title, series, expected: [] })));

/** Trials of alerts on different metrics, which do not disturb each other: promtool takes longer for each group than for what is in it. */
function grouped(trials: readonly Trial[]): Trial[][] {
  const metrics = ({ alert }: Trial) => Object.keys(CASES[alert].fires).map(name => name.split('{')[0]);
  const groups: Trial[][] = [];
  for (const trial of trials) {
    const group = groups.find(others => !others.some(other => metrics(other).some(metric => metrics(trial).includes(metric))));
    if (group) group.push(trial);
    else groups.push([trial]);
  }
  return groups;
}

describeWithTools('promtool', ['promtool'], () => {
  const groups = grouped([...FIRING, ...QUIET]);
  let folder: string;
  let verdicts: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'alerts-'));
    writeFileSync(join(folder, 'rules.yaml'), stringify(find(OBJECTS, 'PrometheusRule').spec));
    const tests = groups.map((group, i) => ({
      name: `group ${i}`,
      interval: '1m',
      input_series: group.flatMap(({ series }) => Object.entries(series).map(([name, values]) => ({ series: name, values }))),
      alert_rule_test: group.map(({ alert, expected }) => ({ eval_time: '20m', alertname: alert, exp_alerts: expected })),
    }));
    writeFileSync(join(folder, 'test.yaml'), stringify({ rule_files: ['rules.yaml'], evaluation_interval: '1m', tests }));
    const { status, stdout, stderr } = promtool('test', 'rules', 'test.yaml');
    verdicts = stdout + stderr;
    if (!verdicts.includes(status === 0 ? 'SUCCESS' : 'name: group')) throw new Error(`promtool did not run the cases: ${verdicts}`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const promtool = (...args: string[]) => spawnSync('promtool', args, { cwd: folder, encoding: 'utf8' });

  /** What promtool says of a trial; nothing where it came as expected. */
  function complaint(trial: Trial): string {
    const group = groups.findIndex(each => each.includes(trial));
    const ofGroup = verdicts.split(/(?=name: group \d+,)/).filter(part => part.startsWith(`name: group ${group},`));
    return ofGroup.flatMap(part => part.split(/(?=alertname: )/)).find(part => part.startsWith(`alertname: ${trial.alert},`)) ?? '';
  }

  test('takes the rules', () => {
    expect(promtool('check', 'rules', 'rules.yaml').stdout).toContain(`SUCCESS: ${Object.keys(CASES).length} rules found`);
  });

  test.each(FIRING)('$alert fires: $title', (trial) => {
    expect(complaint(trial)).toBe('');
  });

  test.each(QUIET)('$alert does not fire: $title', (trial) => {
    expect(complaint(trial)).toBe('');
  });
});
