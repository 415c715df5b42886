import type { RepositoryIdentity } from '../repositoryIdentity';
import type { StackId } from '../stackIds';

/** Folder name and tag value of the root that holds what stacks share. @public */
export const FOUNDATION = 'foundation';

/**
 * Second word of the AWS names of a stack: the repository's name where it is
 * the main stack, else with the stack's id behind it. Two stacks would
 * otherwise ask for the same bucket.
 *
 * @public
 */
export function stackName(
  repository: { identity: RepositoryIdentity; mainStack?: StackId },
  id: StackId | typeof FOUNDATION,
): string {
  const { identity, mainStack } = repository;
  return id === mainStack ? identity.name : `${identity.name}-${id}`;
}
