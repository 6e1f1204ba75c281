export * from './tabulate';
export * from './text-constants';
