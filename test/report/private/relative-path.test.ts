import { relativePath } from '../../../src/report/private/relative-path';

test.each([
  ['k8s/apps.yaml', 'k8s/apps.yaml'],
  ['././k8s/apps.yaml', 'k8s/apps.yaml'],
  ['../k8s/apps.yaml', '../k8s/apps.yaml'],
  ['/work/k8s/apps.yaml', 'k8s/apps.yaml'],
  ['/workshop/apps.yaml', '/workshop/apps.yaml'],
])('%s is %s from the folder /work', (file, expected) => {
  expect(relativePath(file, '/work')).toBe(expected);
});
