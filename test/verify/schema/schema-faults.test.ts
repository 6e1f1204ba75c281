import * as fc from 'fast-check';
import { ManifestSet, readText } from '../../../src/manifest';
import { SchemaFault } from '../../../src/verify/schema/schema-fault';
import { schemaFaults } from '../../../src/verify/schema/schema-faults';

function faultsOf(manifest: unknown): readonly SchemaFault[] {
  return new ManifestSet({ files: readText('a.json', JSON.stringify(manifest)).documents }).objects.flatMap(schemaFaults);
}

const POD = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [{ name: 'web', image: 'web:1' }] } };

test('an object that follows its schema has no faults', () => {
  expect(faultsOf(POD)).toEqual([]);
});

test('an unknown field is told with its path and the fields beside it', () => {
  expect(faultsOf({ ...POD, spec: { ...POD.spec, replica: 1 } }))
    .toEqual([{ fault: 'unknown', path: ['spec', 'replica'], type: 'core.v1.PodSpec', known: expect.arrayContaining(['containers', 'volumes']) }]);
});

test('a null is an absent field', () => {
  expect(faultsOf({ ...POD, spec: { containers: null, volumes: null } })).toEqual([{ fault: 'missing', path: ['spec'], field: 'containers' }]);
});

test('a mistyped field that must be there is one fault', () => {
  expect(faultsOf({ ...POD, spec: { container: [] } }).map(({ fault, path }) => [fault, ...path])).toEqual([['unknown', 'spec', 'container']]);
});

test('kinds of custom resources have no faults, whatever they hold', () => {
  expect(faultsOf({ ...POD, apiVersion: 'example.com/v1', spec: 1 })).toEqual([]);
});

test('a status is not looked at', () => {
  expect(faultsOf({ ...POD, status: { anything: 1 } })).toEqual([]);
});

test('names of the prototype are fields like others', () => {
  expect(faultsOf({ ...POD, constructor: 1 }).map(({ fault, path }) => [fault, ...path])).toEqual([['unknown', 'constructor']]);
});

test('no value makes the check throw', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.constantFrom('spec', 'metadata'), (value, field) => {
    expect(() => faultsOf({ ...POD, [field]: value })).not.toThrow();
  }));
});
