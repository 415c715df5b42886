locals {
  # The entity's page finds, and the budget counts, what carries these tags.
  default_tags = {
    "backstage.io/entity-ref"  = var.entity_ref
    "mlinfra:team"             = var.team
    "mlinfra:stack"            = "foundation"
    "mlinfra:environment"      = var.environment
    "mlinfra:template-version" = var.template_version
    "mlinfra:managed-by"       = "terraform"
  }
}

provider "aws" {
  region = var.region

  # Credentials of another account end in an error instead of in that account.
  allowed_account_ids = [var.account_id]

  default_tags {
    tags = local.default_tags
  }
}
