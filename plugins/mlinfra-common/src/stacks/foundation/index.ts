export * from './inputs';
export * from './variables';
