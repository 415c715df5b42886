module "encryption_key" {
  source = "../../modules/encryption-key"
  count  = var.customer_managed_key ? 1 : 0

  alias       = local.names["key"]
  description = "Records, logs, audit trail and alerts of ${var.entity_ref} (${var.environment})"
  account_id  = var.account_id
  region      = var.region
  trail_arns  = var.audit_trail ? [local.trail_arn] : []
}

locals {
  kms_key_arn = one(module.encryption_key[*].key_arn)
}
