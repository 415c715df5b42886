import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { Container } from '@backstage/ui';
import { environmentFieldOptions } from '../src/fields/environment/options';
import { serviceNameFieldOptions } from '../src/fields/serviceName/options';

const manifest = {
  title: 'Fields',
  steps: [
    {
      title: 'Name and environments',
      schema: {
        type: 'object',
        required: ['name', 'dev'],
        properties: {
          name: { type: 'string', 'ui:field': 'MlinfraServiceName' },
          dev: {
            title: 'Environment dev',
            description: 'Where data scientists try things out.',
            type: 'object',
            'ui:field': 'MlinfraEnvironment',
            'ui:options': { environment: 'dev' },
          },
          staging: {
            title: 'Environment staging',
            type: 'object',
            'ui:field': 'MlinfraEnvironment',
            'ui:options': { environment: 'staging' },
          },
          plain: {
            title: 'A field of the wizard itself',
            type: 'string',
            description: 'To compare the looks.',
            enum: ['one', 'two'],
          },
        },
      },
    },
  ],
};

/** The fields in the wizard's own form. */
export function Wizard() {
  return (
    <SecretsContextProvider>
      <Container>
        <Stepper
          manifest={manifest}
          extensions={[
            {
              ...serviceNameFieldOptions,
              schema: serviceNameFieldOptions.schema.schema,
            },
            {
              ...environmentFieldOptions,
              schema: environmentFieldOptions.schema.schema,
            },
          ]}
          onCreate={async () => {}}
        />
      </Container>
    </SecretsContextProvider>
  );
}
