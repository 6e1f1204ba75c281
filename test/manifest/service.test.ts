import { ManifestSet, readText, Service } from '../../src/manifest';

const service = (spec: string, apiVersion = 'v1'): Service | undefined =>
  new ManifestSet({ files: readText('a.yaml', `apiVersion: ${apiVersion}\nkind: Service\nmetadata: {name: a}\nspec: ${spec}\n`).documents }).services[0];

test('a port without a target is its own target, and ports that are no numbers are none', () => {
  expect(service('{ports: [{port: x}, {port: 80}, {name: web, port: 81, targetPort: http, protocol: UDP}]}')?.ports).toEqual([
    { name: undefined, port: 80, protocol: 'TCP', targetPort: 80, index: 1 }, { name: 'web', port: 81, protocol: 'UDP', targetPort: 'http', index: 2 },
  ]);
});

test('clusterIP None makes it headless', () => {
  expect([service('{clusterIP: None}')?.headless, service('{}')?.headless]).toEqual([true, false]);
});

test('an external name counts with its type only', () => {
  expect([service('{type: ExternalName, externalName: a.example.com}')?.externalName, service('{externalName: a.example.com}')?.externalName]).toEqual(['a.example.com', undefined]);
});

test('the Service of another group is none', () => {
  expect(service('{}', 'serving.knative.dev/v1')).toBeUndefined();
});
