/** How property tests run: the same cases each time, or new ones with the variable RANDOM_CASES. */
export const RUNS = { numRuns: 100, ...process.env.RANDOM_CASES === undefined ? { seed: 20240501 } : {} };
