export * from './edit';
export * from './edit-refusal';
export * from './splice';
export * from './splices-of';
