import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** `scaffolder-form-field:mlinfra/service-name` @alpha */
export const serviceNameField = FormFieldBlueprint.make({
  name: 'service-name',
  params: {
    field: () =>
      import('../fields/serviceName/formField').then(m => m.formField),
  },
});

/** `scaffolder-form-field:mlinfra/environment` @alpha */
export const environmentField = FormFieldBlueprint.make({
  name: 'environment',
  params: {
    field: () =>
      import('../fields/environment/formField').then(m => m.formField),
  },
});
