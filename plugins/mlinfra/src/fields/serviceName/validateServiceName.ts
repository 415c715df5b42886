import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { SERVICE_NAME_PATTERN } from './namePattern';

/**
 * Refuses a name that is malformed or taken. When the catalog cannot be
 * asked, the name passes here: the action that creates checks it again.
 */
export const validateServiceName: CustomFieldValidator<string> = async (
  name,
  field,
  { apiHolder },
) => {
  if (typeof name !== 'string' || !SERVICE_NAME_PATTERN.test(name)) {
    field.addError(
      'must be 3 to 32 characters of a-z, 0-9 and "-", start with a letter and end with a letter or digit, for example "speech-tagger"',
    );
    return;
  }
  const entityRef = stringifyEntityRef({
    kind: 'component',
    namespace: 'default',
    name,
  });
  // Asked for as a list: a free name is no 404 in the browser's console then.
  const existing = await apiHolder
    .get(catalogApiRef)
    ?.getEntitiesByRefs({ entityRefs: [entityRef] })
    .then(
      ({ items }) => items[0],
      () => undefined,
    );
  if (existing) {
    field.addError(
      `is taken: ${entityRef} exists in the catalog; choose another name`,
    );
  }
};
