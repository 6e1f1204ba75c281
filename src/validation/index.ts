export * from './petrosa-validation';
export * from './petrosa-validation-options';
