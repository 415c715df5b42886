export * from './predictor';
export * from './inputs';
export * from './monthlyPrice';
