export * from './image-constants';
export * from './tabulate';
export * from './text-constants';
