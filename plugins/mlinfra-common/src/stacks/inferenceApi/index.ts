export * from './inferenceApi';
export * from './inputs';
