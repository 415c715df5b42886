export * from './identifiers';
export * from './endpoint';
export * from './budget';
export * from './collection';
export * from './responses';
