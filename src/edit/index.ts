export * from './edit';
export * from './edit-refusal';
export * from './edits-at-once';
export * from './planned-edits';
export * from './splice';
export * from './splices-of';
