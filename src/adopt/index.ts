export * from './adopted-app';
export { fileName } from './code';
export * from './made-classes';
export * from './project';
export * from './proof';
