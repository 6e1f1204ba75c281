import { readConfigureGlobal } from 'fast-check';

test('properties meet the same cases in each run, unless new ones are asked for', () => {
  expect(readConfigureGlobal().seed === undefined).toBe(process.env.RANDOM_CASES !== undefined);
});
