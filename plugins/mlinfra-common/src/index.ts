/**
 * Types, permissions, tag and annotation names, stack definitions and the API
 * client of mlinfra.
 *
 * @packageDocumentation
 */
export * from './names/tags';
export * from './names/annotations';
export * from './permissions/permissions';
export * from './model';
export * from './prices';
export * from './api/MlinfraApi';
export * from './api/MlinfraClient';
export * from './stacks';
