import { Duration } from 'cdk8s';
import { EveryOptions, SubjectEnvironment } from 'cdk8s-petrosa';
import * as kplus from 'cdk8s-plus-28';
import { resources } from './platform';

/** A candle's length, and what its jobs have in common. */
export interface Interval extends EveryOptions {
  readonly name: string;
  readonly period: string;
  readonly every: Duration;

  /** Succeeded and failed Jobs that are kept. */
  readonly retained: readonly [number, number];
  readonly retries: number;
  readonly ttl: Duration;
  readonly resources: kplus.ContainerResources;
}

const SMALL = resources([200, 500], [256, 512]);
const LARGE = resources([300, 800], [512, 1024]);
const minutes = (amount: number) => Duration.minutes(amount);

export const INTERVALS: readonly Interval[] = [
  { name: 'm5', period: '5m', every: minutes(5), retained: [3, 1], retries: 2, ttl: minutes(30), resources: LARGE },
  { name: 'm15', period: '15m', every: minutes(15), offset: minutes(2), retained: [3, 1], retries: 2, ttl: minutes(60), resources: LARGE },
  { name: 'm30', period: '30m', every: minutes(30), offset: minutes(5), retained: [3, 1], retries: 2, ttl: minutes(60), resources: SMALL },
  { name: 'h1', period: '1h', every: minutes(60), offset: minutes(10), retained: [3, 1], retries: 2, ttl: minutes(60), resources: SMALL },
  { name: 'd1', period: '1d', every: Duration.days(1), offset: minutes(15), retained: [5, 2], retries: 3, ttl: minutes(120), resources: SMALL },
];

/** Jobs that run one program, one for each interval. What an interval says holds unless the family says otherwise. */
export interface Family {
  readonly component: string;
  readonly egressPolicyName: string;
  readonly environment: SubjectEnvironment;
  readonly telemetryName: string;
  readonly command: string[];

  /** Whether candles go to MySQL, or else to the data manager. */
  readonly database: boolean;
  readonly symbols: boolean;

  /** Labels of the pods beside their identity. */
  readonly podLabels?: { readonly [key: string]: string };
  readonly deadlines: readonly Duration[];
  readonly retained?: readonly [number, number];
  readonly retries?: number;
  readonly ttl?: Duration;
  readonly resources?: kplus.ContainerResources;
  readonly schedule?: (i: number) => { readonly every: Duration; readonly offset: Duration };
  readonly args: (i: number) => string[];
  readonly jobName: (interval: string) => string;
  readonly intervalLabel: (interval: Interval) => string;
}

const EXTRACTOR = {
  component: 'klines-extractor',
  egressPolicyName: 'allow-binance-extractor-cronjobs',
  environment: SubjectEnvironment.PRODUCTION,
  symbols: true,
};

const TO_DATA_MANAGER = {
  ...EXTRACTOR,
  telemetryName: 'binance-data-extractor',
  command: ['python', '-m', 'jobs.extract_klines_data_manager'],
  database: false,
  podLabels: { database: 'data_manager' },
  args: () => [],
  intervalLabel: (interval: Interval) => interval.period,
};

const MAX_WORKERS = [15, 12, 10, 8, 6];

export const FAMILIES: readonly Family[] = [
  {
    ...EXTRACTOR,
    telemetryName: 'binance-extractor',
    command: ['opentelemetry-instrument', 'python', '-m', 'jobs.extract_klines_production'],
    database: true,
    deadlines: [15, 20, 30, 40, 40].map(minutes),
    args: i => [`--max-workers=${MAX_WORKERS[i]}`, '--db-adapter=mysql'],
    jobName: interval => `binance-klines-${interval}-production`,
    intervalLabel: interval => interval.name,
  },
  {
    ...TO_DATA_MANAGER,
    deadlines: [15, 20, 20, 30, 60].map(minutes),
    jobName: interval => `binance-klines-${interval}-data-manager-production`,
  },
  {
    // Named after their former database; they fetch what the data manager's jobs fetch.
    ...TO_DATA_MANAGER,
    podLabels: { database: 'mongodb' },
    deadlines: [5, 10, 15, 20, 40].map(minutes),
    jobName: interval => `binance-klines-${interval}-mongodb-production`,
  },
  {
    component: 'klines-gap-filler',
    egressPolicyName: 'allow-binance-gap-filler',
    environment: SubjectEnvironment.GAP_FILLER,
    telemetryName: 'binance-gap-filler',
    command: ['opentelemetry-instrument', 'python', '-m', 'jobs.extract_klines_gap_filler'],
    database: true,
    symbols: false,
    deadlines: INTERVALS.map(() => Duration.hours(6)),
    retained: [2, 1],
    retries: 1,
    ttl: Duration.days(1),
    resources: resources([500, 1000], [2048, 4096]),
    schedule: i => ({ every: Duration.days(1), offset: minutes(120 + 15 * i) }),
    args: () => ['--max-workers=3', '--db-adapter=mysql', '--weekly-chunk-days=7', '--max-gap-size-days=3000'],
    jobName: interval => `binance-klines-gap-filler-${interval}`,
    intervalLabel: interval => interval.name,
  },
];
