export * from './address';
export * from './subject';
export * from './app';
export * from './config';
export * from './network';
export * from './workload';
export * from './monitoring';
export * from './validation';
