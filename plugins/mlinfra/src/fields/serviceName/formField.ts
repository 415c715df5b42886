import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { serviceNameFieldOptions } from './options';

/** The field in the new frontend system. */
export const formField = createFormField(serviceNameFieldOptions);
