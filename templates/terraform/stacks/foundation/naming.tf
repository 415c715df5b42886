module "naming" {
  source = "../../modules/naming"

  team        = var.team
  name        = var.name
  environment = var.environment
  account_id  = var.account_id

  parts = {
    "network"       = "network"
    "flow-log-role" = "iam_role"
    "access-logs"   = "s3_bucket"
    "trail-logs"    = "s3_bucket"
    "trail"         = "trail"
    "trail-writer"  = "iam_role"
    "records"       = "dynamodb_table"
    "overview"      = "dashboard"
    "alerts"        = "sns_topic"
    "budget"        = "budget"
    "key"           = "kms_alias"
  }
}

locals {
  names = module.naming.names
}
