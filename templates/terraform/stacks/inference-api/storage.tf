module "access_logs_bucket" {
  source = "../../modules/bucket"

  name                   = local.names["access-logs"]
  force_destroy          = var.force_destroy
  versioning             = false
  expiration_days        = var.log_retention_days
  receive_access_logs_of = var.account_id
}

# What people upload: no versions, so that deleted means deleted.
module "input_bucket" {
  source = "../../modules/bucket"

  name              = local.names["input"]
  force_destroy     = var.force_destroy
  kms_key_arn       = local.kms_key_arn
  versioning        = false
  expiration_days   = var.input_expiration_days
  access_log_bucket = module.access_logs_bucket.log_target_name
  cors              = length(var.cors_allowed_origins) == 0 ? null : { allowed_origins = var.cors_allowed_origins, allowed_methods = ["PUT"] }
}

module "output_bucket" {
  source = "../../modules/bucket"

  name                       = local.names["output"]
  force_destroy              = var.force_destroy
  kms_key_arn                = local.kms_key_arn
  versioning                 = true
  expiration_days            = var.output_expiration_days
  noncurrent_expiration_days = var.output_expiration_days
  access_log_bucket          = module.access_logs_bucket.log_target_name
  cors                       = length(var.cors_allowed_origins) == 0 ? null : { allowed_origins = var.cors_allowed_origins, allowed_methods = ["GET"] }
}
