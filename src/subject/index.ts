export * from './subject';
export * from './subject-binding';
export * from './subject-environment';
export * from './subject-options';
export * from './subject-pattern';
export * from './subject-prefix';
