export * from './project-files';
export * from './versions';
