module "access_logs_bucket" {
  source = "../../modules/bucket"

  name                   = local.names["access-logs"]
  force_destroy          = var.force_destroy
  versioning             = false
  expiration_days        = var.log_retention_days
  receive_access_logs_of = var.account_id
}

# models/<name>/<version>/...: what is served. Whoever deploys a model writes, what serves it reads, each by its role.
module "model_bucket" {
  source = "../../modules/bucket"

  name                       = local.names["models"]
  force_destroy              = var.force_destroy
  kms_key_arn                = module.encryption_key.key_arn
  versioning                 = true
  noncurrent_expiration_days = var.model_version_days
  access_log_bucket          = module.access_logs_bucket.log_target_name
}
