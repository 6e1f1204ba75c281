import * as fc from 'fast-check';
import { isProven } from '../../../src/adopt';
import { sourceFiles } from '../../../src/adopt/project';
import { synthesize } from '../../../src/adopt/proof/synthesize';
import { adopted } from '../support/adopted';
import { namedSystem, NAMED_BY_WORDS, WORDS } from '../support/named-system';
import { proven } from '../support/proven';
import { TOOLCHAIN } from '../support/toolchain';

/** A name as Kubernetes takes it for a container. */
const dnsLabel = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,12}[a-z0-9])?$/);
const dnsName = fc.oneof(dnsLabel, fc.array(dnsLabel, { minLength: 1, maxLength: 3 }).map(labels => labels.join('.')), fc.constantFrom(...WORDS));
const names = fc.record({ workload: dnsName, config: dnsName, secret: dnsName, volume: dnsLabel, service: dnsLabel });

test('the code for objects whose names name no variable runs', () => {
  const files = sourceFiles(adopted(NAMED_BY_WORDS));
  expect(() => synthesize(files, TOOLCHAIN)).not.toThrow();
});

test('the code for objects of any names runs', () => {
  fc.assert(fc.property(names, (all) => { expect(isProven(proven(namedSystem(all, 'shop')).proof)).toBe(true); }), { numRuns: 15 });
});
