export * from './compressionPipeline';
export * from './inputs';
export * from './stepSettings';
