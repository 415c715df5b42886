import type { RepositoryFile } from '../../../plugins/scaffolder-backend-module-mlinfra/src/repository/RepositoryFile';
import { composeRepository } from '../../../plugins/scaffolder-backend-module-mlinfra/src/repository/composeRepository';
import { readRepositoryRequest } from '../../../plugins/scaffolder-backend-module-mlinfra/src/request/readRepositoryRequest';
import { TEMPLATES_FOLDER } from '../templatesFolder';
import type { Combination } from './factors';
import { inputsOf } from './inputsOf';
import type { Subject } from './subjects';
import type { SwitchList } from './SwitchList';

/**
 * The repository that a person gets for a combination, as the action of the
 * wizard puts it together.
 *
 * @throws InputError when the combination is refused
 */
export async function renderCombination(
  subject: Subject,
  list: SwitchList,
  combination: Combination,
): Promise<RepositoryFile[]> {
  return composeRepository(
    readRepositoryRequest(
      subject.request(inputsOf(subject, list, combination)),
    ),
    { contentFolder: TEMPLATES_FOLDER, templateEntityRef: undefined },
  );
}
