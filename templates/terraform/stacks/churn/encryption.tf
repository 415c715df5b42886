module "encryption_key" {
  source = "../../modules/encryption-key"
  count  = var.customer_managed_key ? 1 : 0

  alias       = local.names["key"]
  description = "Data, models, logs, images and alerts of ${var.entity_ref} (${var.environment})"
  account_id  = var.account_id
  region      = var.region
}

locals {
  kms_key_arn = one(module.encryption_key[*].key_arn)
}
