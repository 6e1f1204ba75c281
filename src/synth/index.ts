export * from './petrosa-app';
