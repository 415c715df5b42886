data "aws_partition" "current" {}

locals {
  # Key and bucket name the trail that may use them, and the trail needs both first.
  trail_arn = "arn:${data.aws_partition.current.partition}:cloudtrail:${var.region}:${var.account_id}:trail/${local.names["trail"]}"
}

module "access_logs_bucket" {
  source = "../../modules/bucket"
  count  = var.audit_trail ? 1 : 0

  name                   = local.names["access-logs"]
  force_destroy          = var.force_destroy
  versioning             = false
  expiration_days        = var.log_retention_days
  receive_access_logs_of = var.account_id
}

module "trail_bucket" {
  source = "../../modules/bucket"
  count  = var.audit_trail ? 1 : 0

  name              = local.names["trail-logs"]
  force_destroy     = var.force_destroy
  kms_key_arn       = local.kms_key_arn
  versioning        = true
  expiration_days   = var.audit_trail_days
  access_log_bucket = module.access_logs_bucket[0].log_target_name
  receive_trail     = { trail_arn = local.trail_arn, account_id = var.account_id }
}

module "cloudtrail" {
  source = "../../modules/cloudtrail"
  count  = var.audit_trail ? 1 : 0

  name                     = local.names["trail"]
  account_id               = var.account_id
  region                   = var.region
  bucket_name              = module.trail_bucket[0].log_target_name
  kms_key_arn              = local.kms_key_arn
  log_group                = var.audit_trail_to_cloudwatch ? { retention_days = var.log_retention_days, role_name = local.names["trail-writer"] } : null
  permissions_boundary_arn = var.permissions_boundary_arn
}
