import { findWorkload } from '../../src/cli/find-workload';
import { ManifestSet, readText } from '../../src/manifest';

const pod = (kind: string, namespace: string, name: string): string =>
  `{ apiVersion: ${kind === 'Pod' ? 'v1' : 'apps/v1'}, kind: ${kind}, metadata: { name: ${name}, namespace: ${namespace} }, ` +
  'spec: { containers: [], template: { spec: { containers: [] } } } }\n';
const { documents } = readText('a.yaml', [pod('Deployment', 'apps', 'api'), pod('Deployment', 'apps', 'web'), pod('StatefulSet', 'data', 'web')].join('---\n'));
const set = new ManifestSet({ files: documents });
const find = (text: string): string => findWorkload(text, set).title;

test.each(['api', 'deployment/api', 'deployments/api', 'Deployment/api', 'deploy/api', 'apps/api', 'apps/api[Deployment]', 'apps/Deployment/api'])('%s names a workload', (text) => {
  expect(find(text)).toBe('apps/api[Deployment]');
});

test('a kind tells workloads of one name apart', () => {
  expect(find('sts/web')).toBe('data/web[StatefulSet]');
});

test('a name of several workloads is refused with all of them', () => {
  expect(() => find('web')).toThrow('web names 2 workloads; write one of apps/web[Deployment], data/web[StatefulSet]');
});

describe('a workload that is defined twice', () => {
  const twice = new ManifestSet({
    files: ['base', 'overlay'].flatMap(folder => readText(`${folder}/a.yaml`, `# ${folder}\n${pod('Deployment', 'apps', 'api')}`).documents),
  });

  test('is refused with both places', () => {
    expect(() => findWorkload('deployment/api', twice))
      .toThrow('apps/api[Deployment] is defined 2 times: base/a.yaml:2, overlay/a.yaml:2; name fewer paths, so that one is left');
  });

  test('stands once in a list of workloads', () => {
    expect(() => findWorkload('ledger-of-everything', twice)).toThrow(/the files hold apps\/api\[Deployment\]$/);
  });
});

test('a workload of the files that the state holds too is defined once', () => {
  expect(findWorkload('sts/web', new ManifestSet({ files: documents, state: documents })).title).toBe('data/web[StatefulSet]');
});

test('an unknown name comes with the nearest one', () => {
  expect(() => find('deployment/apii')).toThrow('there is no workload deployment/apii; did you mean api?');
});

test('a name near to none comes with what there is', () => {
  expect(() => find('ledger-of-everything')).toThrow('the files hold apps/api[Deployment], apps/web[Deployment], data/web[StatefulSet]');
});

test('of many workloads some are named', () => {
  const many = Array.from({ length: 12 }, (_, i) => pod('Deployment', 'apps', `worker-${i}`)).join('---\n');
  expect(() => findWorkload('ledger-of-everything', new ManifestSet({ files: readText('a.yaml', many).documents }))).toThrow(/the files hold apps\/worker-0\[Deployment\], .*apps\/worker-9\[Deployment\] …$/);
});

test('without workloads the message says so', () => {
  expect(() => findWorkload('api', new ManifestSet({ files: [] }))).toThrow('there is no workload api: the files hold no workloads');
});
