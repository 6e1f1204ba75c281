import { deployment, factsOf } from '../../support/facts';

const TWICE = deployment('web', 'image: "registry.example.com/web:1.0.0"') + deployment('web', 'image: "registry.example.com/web:2.0.0"');

test('each definition of a workload in the files is linted', () => {
  expect(factsOf(TWICE).workloads.map(({ containers: [{ image }] }) => image)).toEqual(['registry.example.com/web:1.0.0', 'registry.example.com/web:2.0.0']);
});

test('of two definitions the last stands for the pods that there are', () => {
  expect(factsOf(TWICE).set.workloads.map(({ containers: [{ image }] }) => image)).toEqual(['registry.example.com/web:2.0.0']);
});
