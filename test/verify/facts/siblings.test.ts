import { imageRepository } from '../../../src/verify/facts/siblings';
import { deployment, factsOf } from '../../support/facts';

test.each([
  ['redis', 'docker.io/library/redis'],
  ['redis:7@sha256:abc', 'docker.io/library/redis'],
  ['docker.io/redis', 'docker.io/library/redis'],
  ['index.docker.io/acme/orders', 'docker.io/acme/orders'],
  ['acme/orders:1', 'docker.io/acme/orders'],
  ['registry:5000/orders:1', 'registry:5000/orders'],
  ['localhost/orders', 'localhost/orders'],
  ['${{ vars.REGISTRY }}/orders:${{ github.sha }}', '${{ vars.REGISTRY }}/orders'],
  ['', undefined],
  [undefined, undefined],
])('the repository of %s is %s', (image, expected) => {
  expect(imageRepository(image)).toBe(expected);
});

test('siblings are containers of one repository, whatever the tag', () => {
  const text = deployment('a', 'image: "acme/orders:1"') + deployment('b', 'image: "docker.io/acme/orders:2"') + deployment('c', 'image: acme/other');
  expect(factsOf(text).siblings.map(({ image, containers }) => [image, containers.map(({ workload }) => workload.name)])).toEqual([['docker.io/acme/orders', ['a', 'b']]]);
});

test('containers of another namespace are none', () => {
  expect(factsOf(deployment('a', 'image: x') + deployment('b', 'image: x').replace('shop', 'other')).siblings).toEqual([]);
});

test('workloads of the state are siblings of linted ones, and none among themselves', () => {
  const state = deployment('b', 'image: x') + deployment('c', 'image: y') + deployment('d', 'image: y');
  expect(factsOf(deployment('a', 'image: x'), { state }).siblings.map(({ containers }) => containers.map(({ workload }) => workload.name))).toEqual([['a', 'b']]);
});
