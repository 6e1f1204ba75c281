export * from './difference';
export * from './input-faults';
export * from './proof-parts';
export * from './policy-changes';
export * from './prove';
export * from './restrictions';
export * from './synthesize';
export * from './toolchain';
