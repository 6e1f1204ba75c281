import { Duration, Yaml } from 'cdk8s';
import { Impossible } from './entry';
import { CONTAINER, cronJob, MONGODB, SECRETS } from './platform';
import { JobSchedule } from '../../src';
import { parseManifests } from '../support/manifests';
import { find, names } from '../workload/support';

const INTERVALS = ['m5', 'm15', 'm30', 'h1', 'd1'];

export const IMAGES_AND_SCHEMA: Impossible[] = [
  {
    incident: '61-extractor-mongodb-secret-but-bad-yaml',
    what: 'a lost line break makes the file of five jobs no YAML',
    by: 'the synth',
    how: 'derived',
    because: 'nobody writes YAML: what is rendered is read back as it was meant',
    attempt: chart => INTERVALS.forEach(interval => {
      const job = cronJob(chart, `klines-${interval}`);
      job.useSecret(SECRETS, { keys: ['BINANCE_API_SECRET'] });
      job.connectTo(MONGODB);
    }),
    reads: objects => names(parseManifests(Yaml.stringify(...objects), 'rendered'), 'CronJob'),
    shows: INTERVALS.map(interval => `CronJob/klines-${interval}`),
  },
  {
    incident: '62-extractor-yaml-parse-fixed',
    what: 'a file that is no YAML stays for three days',
    by: 'the synth',
    how: 'derived',
    because: 'values of any text are quoted by the serialiser',
    attempt: chart => cronJob(chart, 'klines-m5', { containers: [{ ...CONTAINER, image: 'x:1', args: ['key: A            - name: B', '- "x', '{'] }] }),
    reads: objects => find(parseManifests(Yaml.stringify(...objects), 'rendered'), 'CronJob').spec.jobTemplate.spec.template.spec.containers[0].args,
    shows: ['key: A            - name: B', '- "x', '{'],
  },
  {
    incident: '93-extractor-activedeadline-level',
    what: 'the deadline of the Job stands in the CronJob, where no such field is',
    by: '`activeDeadline`',
    how: 'derived',
    because: 'a typed prop is rendered where its field belongs',
    attempt: chart => cronJob(chart, 'klines-m5', { activeDeadline: Duration.minutes(5), schedule: JobSchedule.every(Duration.minutes(5)) }),
    reads: objects => {
      const { spec } = find(objects, 'CronJob');
      return [spec.activeDeadlineSeconds, spec.jobTemplate.spec.activeDeadlineSeconds];
    },
    shows: [undefined, 300],
  },
  {
    incident: '93-extractor-activedeadline-level',
    what: 'a CronJob is defined in two files',
    by: '`metadata.name` of a workload',
    how: 'throws',
    because: 'two workloads of one kind and name are refused in a chart, with the paths of both',
    attempt: chart => {
      cronJob(chart, 'first', { metadata: { name: 'binance-klines-m5-production' } });
      cronJob(chart, 'second', { metadata: { name: 'binance-klines-m5-production' } });
    },
    shows: 'CronJob binance-klines-m5-production is rendered by apps/first as well',
  },
  {
    incident: '111-extractor-mongodb-password-removed',
    what: 'images hold an expression of the pipeline that nobody expands',
    by: '`containers[].image`',
    how: 'throws',
    because: 'an image has to be a reference that a registry takes',
    attempt: chart => cronJob(chart, 'klines-m5', {
      containers: [{ ...CONTAINER, image: '${{ secrets.DOCKERHUB_USERNAME }}/petrosa-binance-extractor:VERSION_PLACEHOLDER' }],
    }),
    shows: 'which is no image reference',
  },
  {
    incident: '116-extractor-image-template',
    what: 'images hold an expression of the pipeline that nobody expands',
    by: '`addContainer`',
    how: 'throws',
    because: 'the image of a container that is added later is checked as well',
    attempt: chart => cronJob(chart, 'klines-m5').addContainer({ name: 'second', image: '${{ secrets.DOCKERHUB_USERNAME }}/petrosa-binance-extractor:1.0.0' }),
    shows: 'container second has image "${{ secrets.DOCKERHUB_USERNAME }}/petrosa-binance-extractor:1.0.0", which is no image reference',
  },
];
