module "access_logs_bucket" {
  source = "../../modules/bucket"

  name                   = local.names["access-logs"]
  force_destroy          = var.force_destroy
  versioning             = false
  expiration_days        = var.log_retention_days
  receive_access_logs_of = var.account_id
}

# What callers uploaded.
module "files_bucket" {
  source = "../../modules/bucket"

  name              = local.names["files"]
  force_destroy     = var.force_destroy
  kms_key_arn       = local.kms_key_arn
  versioning        = false
  expiration_days   = var.file_expiration_days
  access_log_bucket = module.access_logs_bucket.log_target_name
}

# What the service made of it.
module "data_bucket" {
  source = "../../modules/bucket"

  name                       = local.names["data"]
  force_destroy              = var.force_destroy
  kms_key_arn                = local.kms_key_arn
  versioning                 = true
  noncurrent_expiration_days = 7
  expiration_days            = var.data_expiration_days
  access_log_bucket          = module.access_logs_bucket.log_target_name
}
