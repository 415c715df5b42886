module "naming" {
  source = "../../modules/naming"

  team        = var.team
  name        = var.name
  environment = var.environment
  account_id  = var.account_id

  parts = {
    "access-logs"      = "s3_bucket"
    "input"            = "s3_bucket"
    "output"           = "s3_bucket"
    "inference"        = "lambda_function"
    "inference-role"   = "iam_role"
    "api"              = "rest_api"
    "api-gateway-logs" = "iam_role"
    "image"            = "ecr_repository"
    "alerts"           = "sns_topic"
    "budget"           = "budget"
    "key"              = "kms_alias"
  }
}

locals {
  names = module.naming.names
}
