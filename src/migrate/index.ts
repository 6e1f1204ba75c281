export * from './migrate';
export * from './migration';
export * from './plan';
export * from './plan-step';
