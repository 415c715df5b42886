module "access_logs_bucket" {
  source = "../../modules/bucket"

  name                   = local.names["access-logs"]
  force_destroy          = var.force_destroy
  versioning             = false
  expiration_days        = var.log_retention_days
  receive_access_logs_of = var.account_id
}

# uploads/: models that callers brought. runs/<job>/<step>/: the model after each step, and the metrics.
module "model_bucket" {
  source = "../../modules/bucket"

  name                       = local.names["models"]
  force_destroy              = var.force_destroy
  kms_key_arn                = local.kms_key_arn
  versioning                 = true
  noncurrent_expiration_days = 7
  access_log_bucket          = module.access_logs_bucket.log_target_name
  cors                       = length(var.cors_allowed_origins) == 0 ? null : { allowed_origins = var.cors_allowed_origins, allowed_methods = ["GET", "PUT"] }

  expiration_rules = {
    uploads = { prefix = "uploads/", days = var.upload_expiration_days }
    runs    = { prefix = "runs/", days = var.run_expiration_days }
  }
}

module "job_table" {
  source = "../../modules/job-table"

  name                = local.names["jobs"]
  deletion_protection = !var.force_destroy
  kms_key_arn         = local.kms_key_arn
}
