export * from './build';
export * from './expression';
export * from './print-file';
export * from './statement';
