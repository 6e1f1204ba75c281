export * from './adopt-set';
