import { EnvironmentField } from './EnvironmentField';
import { environmentSchema } from './schema';
import { validateEnvironment } from './validateEnvironment';

/** The field `MlinfraEnvironment`, for both frontend systems. */
export const environmentFieldOptions = {
  name: 'MlinfraEnvironment',
  component: EnvironmentField,
  validation: validateEnvironment,
  schema: environmentSchema,
};
