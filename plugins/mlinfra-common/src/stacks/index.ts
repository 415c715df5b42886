export * from './stackIds';
export * from './stackEndpoints';
