import { ServiceNameField } from './ServiceNameField';
import { serviceNameSchema } from './schema';
import { validateServiceName } from './validateServiceName';

/** The field `MlinfraServiceName`, for both frontend systems. */
export const serviceNameFieldOptions = {
  name: 'MlinfraServiceName',
  component: ServiceNameField,
  validation: validateServiceName,
  schema: serviceNameSchema,
};
