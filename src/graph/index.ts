export * from './build-graph';
export * from './graph';
export * from './labels';
