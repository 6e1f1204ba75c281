export * from './field-changes';
export * from './immutable-fields';
export * from './object-change';
export * from './object-changes';
export * from './quantity';
export * from './rollout';
