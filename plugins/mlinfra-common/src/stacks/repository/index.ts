export * from './RepositoryStacks';
export * from './stackName';
export * from './stackVariables';
export * from './repositoryProblems';
