# The bucket that holds the Terraform state of one environment. It has to exist before any stack can keep its state there,
# so this root's own state is a local file (see README.md).

provider "aws" {
  region              = var.region
  allowed_account_ids = [var.account_id]

  default_tags {
    tags = local.default_tags
  }
}

locals {
  default_tags = {
    "backstage.io/entity-ref"  = var.entity_ref
    "mlinfra:team"             = var.team
    "mlinfra:stack"            = "bootstrap"
    "mlinfra:environment"      = var.environment
    "mlinfra:template-version" = var.template_version
    "mlinfra:managed-by"       = "terraform"
  }
}

module "state_bucket" {
  source = "../modules/bucket"

  name                       = var.state_bucket_name
  force_destroy              = var.force_destroy
  versioning                 = true
  noncurrent_expiration_days = 90
}
