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

# The first bucket this state was made for. Another environment applied over it would replace that bucket, state and all.
resource "terraform_data" "made_for" {
  input = var.state_bucket_name

  lifecycle {
    ignore_changes = [input]

    postcondition {
      condition     = self.output == var.state_bucket_name
      error_message = "This local state holds the bucket \"${self.output}\"; applying \"${var.state_bucket_name}\" over it would replace it. Keep the environments apart: terraform workspace select -or-create ${var.environment}, then apply again."
    }
  }
}

module "state_bucket" {
  source = "../modules/bucket"

  name                       = var.state_bucket_name
  force_destroy              = var.force_destroy
  versioning                 = true
  noncurrent_expiration_days = 90

  depends_on = [terraform_data.made_for]
}
