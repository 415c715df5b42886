# Models are always encrypted with this key. Whether everything else is too, customer_managed_key decides.
module "encryption_key" {
  source = "../../modules/encryption-key"

  alias       = local.names["key"]
  description = "Models and more of ${var.entity_ref} (${var.environment})"
  account_id  = var.account_id
  region      = var.region
  trail_arns  = var.audit_trail ? [local.trail_arn] : []
}

locals {
  kms_key_arn = var.customer_managed_key ? module.encryption_key.key_arn : null
}
