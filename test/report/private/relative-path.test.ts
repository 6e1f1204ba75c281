import { relativePath } from '../../../src/report/private/relative-path';

test.each([
  ['k8s/apps.yaml', 'k8s/apps.yaml'],
  ['././k8s/apps.yaml', 'k8s/apps.yaml'],
  ['../k8s/apps.yaml', '../k8s/apps.yaml'],
  ['/repo/k8s/apps.yaml', 'k8s/apps.yaml'],
  ['/repository/apps.yaml', '/repository/apps.yaml'],
])('%s is %s from the folder /repo', (file, expected) => {
  expect(relativePath(file, '/repo')).toBe(expected);
});
