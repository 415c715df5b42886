module "access_logs_bucket" {
  source = "../../modules/bucket"

  name                          = local.names["access-logs"]
  force_destroy                 = var.force_destroy
  versioning                    = false
  expiration_days               = var.log_retention_days
  receive_access_logs_of        = var.account_id
  receive_load_balancer_logs_of = var.account_id
}

# models/: artifacts that the endpoint serves. What else the team keeps for training lies beside it.
module "data_bucket" {
  source = "../../modules/bucket"

  name                       = local.names["data"]
  force_destroy              = var.force_destroy
  kms_key_arn                = local.kms_key_arn
  versioning                 = true
  noncurrent_expiration_days = 30
  access_log_bucket          = module.access_logs_bucket.log_target_name
}
