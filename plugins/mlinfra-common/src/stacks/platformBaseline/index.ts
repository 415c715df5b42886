export * from './platformBaseline';
export * from './inputs';
export * from './serving';
export * from './databaseEngines';
export { TRAFFIC_SHIFTS } from '../trafficShifts';
