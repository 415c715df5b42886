import type { FoundationInputs } from '../foundation/inputs';
import type { RepositoryIdentity } from '../repositoryIdentity';
import type { StackDefinition } from '../stackDefinition';
import type { EnvironmentTargets } from '../stackEnvironments';
import type { StackId } from '../stackIds';

/** Everything that one repository builds. @public */
export interface RepositoryStacks {
  identity: RepositoryIdentity;
  targets: EnvironmentTargets;
  /** In the order in which they came into the repository. */
  stacks: Array<{ definition: StackDefinition; inputs: unknown }>;
  /**
   * The stack whose AWS names are the repository's own, without the stack's id
   * in them: a repository that began with one stack keeps its names when
   * another comes.
   */
  mainStack?: StackId;
  /** What the stacks share; absent in a repository of one stack. */
  foundation?: FoundationInputs;
}
