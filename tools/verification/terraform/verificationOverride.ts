import {
  LOCAL_BACKEND_OVERRIDE,
  LOCAL_BACKEND_OVERRIDE_FILE,
} from '../../../plugins/scaffolder-backend-module-mlinfra/src/terraform/localBackendOverride';

/** Name of the file that lies beside a root while it is verified. */
export const VERIFICATION_OVERRIDE_FILE = LOCAL_BACKEND_OVERRIDE_FILE;

/** State in a file, and a provider that asks nobody: there is no account to ask. */
export const VERIFICATION_OVERRIDE = `${LOCAL_BACKEND_OVERRIDE}
provider "aws" {
  access_key                  = "verification"
  secret_key                  = "verification"
  allowed_account_ids         = null
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}
`;
