export * from './scripts';
