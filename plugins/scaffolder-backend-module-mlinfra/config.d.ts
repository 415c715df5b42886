import { HumanDuration } from '@backstage/types';

export interface Config {
  mlinfra?: {
    repositories?: {
      /**
       * Folder that `mlinfra:publish:local` makes git repositories in, as
       * `<owner>/<repository>`. Relative paths are relative to the folder the
       * backend is started in. Without it, only git hosts can be published to.
       */
      directory?: string;
      /**
       * How long `mlinfra:publish:local` waits for the catalog to hold the new
       * entity, so that a link to its page leads somewhere; 30 seconds by
       * default.
       */
      awaitCatalog?: HumanDuration | string;
    };
    terraform?: {
      /** Terraform executable; the first `terraform` on the PATH by default. */
      binary?: string;
      /**
       * Folder that holds providers below `registry.terraform.io`. By default
       * the environment variable `MLINFRA_TF_MIRROR`, then the usual places;
       * without any, the registry is asked.
       */
      mirror?: string;
      /**
       * How far `mlinfra:terraform:verify` goes in a dry run: `format` takes
       * under a second, `validate` loads the providers. `format` by default.
       */
      dryRunLevel?: 'skip' | 'format' | 'validate' | 'plan';
      /**
       * Whether `mlinfra:terraform:verify` may plan, in real and in dry runs. A
       * plan runs whatever Terraform lies in the workspace with the AWS
       * credentials of the backend, so anyone who may run a template could use
       * them; `false` by default.
       */
      allowPlan?: boolean;
    };
  };
}
