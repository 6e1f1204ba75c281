export * from './difference';
export * from './proof-parts';
export * from './policy-changes';
export * from './prove';
export * from './synthesize';
export * from './toolchain';
