export * from './app-config';
export * from './config';
export * from './configured-endpoint';
export * from './petrosa-common-config';
export * from './petrosa-common-config-props';
