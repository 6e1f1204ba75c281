import { Chart, Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { triedPublications, triedSubscriptions } from './private/tried-subjects';
import { constructError } from '../app/private/errors';
import { JobSchedule } from '../workload/job-schedule';
import { NatsAwareCronJob } from '../workload/nats-aware-cron-job';
import { NatsAwareJob, NatsAwareJobProps } from '../workload/nats-aware-job';
import { INatsAwareWorkload } from '../workload/nats-aware-workload';
import { NatsConnection, natsConnectionOf } from '../workload/private/nats-connection';
import { isOverWebSocket } from '../workload/private/nats-endpoint';
import { probeContainer } from '../workload/private/probe-container';

/** Properties of a `NatsConnectionCheck`. */
export interface NatsConnectionCheckProps {
  /** The workload whose way to NATS is checked; it connects to a NATS server already. */
  readonly workload: INatsAwareWorkload;

  /**
   * `metadata.name` of the Job or CronJob.
   * @default - the name of the workload and `-nats-check`
   */
  readonly name?: string;

  /**
   * When it is checked again and again, by a CronJob.
   * @default - once, by a Job
   */
  readonly schedule?: JobSchedule;

  /**
   * How often a check that fails is tried before its pod fails, every 3 seconds; a whole number from 1.
   * @default 5
   */
  readonly tries?: number;

  /**
   * Whether it subscribes to the subjects and patterns that the workload subscribes to, without their queue groups, so that no program misses a message.
   * @default false
   */
  readonly subscribe?: boolean;

  /**
   * Whether it publishes an empty message to each subject that the workload publishes to and of which its program fills in no part.
   * Programs that subscribe get these messages, and streams store them.
   * @default false
   */
  readonly publish?: boolean;

  /**
   * How long the Job and its log stay once it has ended. Not for a CronJob, which keeps its last ones.
   * @default - until it is deleted
   */
  readonly ttlAfterFinished?: Duration;

  /**
   * Image of the check. The default command needs `sh`, `timeout`, `sed`, `nslookup`, and `nc` with `-e`, as busybox has them.
   * @default 'busybox:1.36.1'
   */
  readonly image?: string;

  /**
   * What runs instead, told by the variables `NATS_URL`, `TRIES`, `SUBSCRIBE` and `PUBLISH` (subjects with spaces between them),
   * and `NATS_USER`, `NATS_PASSWORD` and `NATS_TOKEN` where the server has credentials.
   * @default - a script; its exit codes are 10 the name does not exist, 11 refused, 12 no connection, 13 no answer, 14 no NATS server, 15 login refused,
   * 16 subject refused, 17 TLS on one side alone, 18 no DNS, 19 anything else, 20 refused for another reason
   */
  readonly command?: string[];
}

/**
 * Tests the connection of a workload to NATS (rule book §10, item 4): resolves the name of the rendered URL, connects, reads INFO, logs in, and gets PONG for
 * its PING, with the labels of the workload's pods and so under their policies. Its pods are never ready, so that no Service sends them anything.
 *
 * The script speaks no TLS: of a server with the scheme `tls` it sees that it asks for TLS, and no login.
 */
export class NatsConnectionCheck extends Construct {
  /** The Job or CronJob. */
  public readonly job: INatsAwareWorkload;

  /** @throws if the workload lives in another chart, connects to no NATS server yet or by WebSocket, or if `tries` is none */
  constructor(scope: Construct, id: string, props: NatsConnectionCheckProps) {
    super(scope, id);
    const connection = this.connectionOf(props);
    const { schedule, ...rest } = jobProps(props, connection);
    const job = schedule ? new NatsAwareCronJob(this, 'cron-job', { ...rest, schedule }) : new NatsAwareJob(this, 'job', rest);
    job.metadata.addAnnotation('petrosa.io/nats-server', connection.server.description);
    this.job = job;
  }

  private connectionOf({ workload, tries = 1, command, schedule, ttlAfterFinished }: NatsConnectionCheckProps): NatsConnection {
    const connection = natsConnectionOf(workload);
    const { path } = workload.node;
    if (!connection) {
      throw constructError(this, `${path} connects to no NATS server so far`, 'give the workload a config, or connect it to a NatsServer, before the check is made');
    }
    if (Chart.of(this) !== Chart.of(workload)) {
      throw constructError(this, `${path} lives in another chart, whose policies would be rendered twice`, 'make the check in the chart of the workload');
    }
    if (isOverWebSocket(connection.server) && !command) {
      throw constructError(this, `it speaks no WebSocket, by which ${path} reaches ${connection.server.description}`, 'give an image and a command that do');
    }
    if (!Number.isInteger(tries) || tries < 1) throw constructError(this, `tries is ${tries}`, 'write a whole number from 1');
    if (schedule && ttlAfterFinished) throw constructError(this, 'ttlAfterFinished is given beside schedule', 'remove it: a CronJob keeps its last Jobs');
    return connection;
  }
}

function jobProps(props: NatsConnectionCheckProps, { name, variables, options }: NatsConnection): NatsAwareJobProps & { schedule?: JobSchedule } {
  const { workload, tries = 5, image, command } = props;
  const text = (value: string) => kplus.EnvValue.fromValue(value);
  return {
    metadata: { name: props.name ?? `${name}-nats-check` },
    labels: workload.identity,
    podMetadata: { labels: options.podMetadata?.labels },
    sharesPodsWith: [workload],
    hostNetwork: options.hostNetwork,
    dns: options.dns,
    clusterDns: options.clusterDns,
    imagePullSecrets: options.imagePullSecrets,
    schedule: props.schedule,
    ttlAfterFinished: props.ttlAfterFinished,
    backoffLimit: 0,
    restartPolicy: kplus.RestartPolicy.NEVER,
    containers: [{
      ...probeContainer({
        name: 'nats-check',
        script: 'check-nats',
        image,
        command,
        envVariables: {
          ...Object.fromEntries(variables.map(variable => [variable.holdsAddress ? 'NATS_URL' : variable.name, variable.value])),
          TRIES: text(String(tries)),
          ...props.subscribe && { SUBSCRIBE: text(triedSubscriptions(options.subscribes).join(' ')) },
          ...props.publish && { PUBLISH: text(triedPublications(options.publishes).join(' ')) },
        },
      }),
      readiness: kplus.Probe.fromCommand(['false']),
    }],
  };
}
