/** A common issue of rule book §8, with its solution for the case at hand. */
export interface Issue {
  readonly number: 1 | 2 | 3 | 4;
  readonly name: string;
  readonly solution: string;
}

const NAMES = { 1: 'NATS Service not found', 2: 'connection refused', 3: 'network policy blocking', 4: 'wrong namespace' } as const;

/** The common issue of a number. */
export function issue(number: Issue['number'], solution: string): Issue {
  return { number, name: NAMES[number], solution };
}
