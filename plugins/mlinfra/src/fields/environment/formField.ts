import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { environmentFieldOptions } from './options';

/** The field in the new frontend system. */
export const formField = createFormField(environmentFieldOptions);
