/**
 * Content of an override file that keeps a root's state in a local file: a
 * plan of what does not exist yet needs no state bucket.
 */
export const LOCAL_BACKEND_OVERRIDE = `terraform {
  backend "local" {}
}
`;

/** Name of the override file, of the form that Terraform reads last. */
export const LOCAL_BACKEND_OVERRIDE_FILE = 'verification_override.tf';
