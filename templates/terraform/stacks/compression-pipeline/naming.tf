module "naming" {
  source = "../../modules/naming"

  team        = var.team
  name        = var.name
  environment = var.environment
  account_id  = var.account_id

  parts = merge({
    "access-logs"   = "s3_bucket"
    "models"        = "s3_bucket"
    "site"          = "s3_bucket"
    "site-access"   = "origin_access_control"
    "jobs"          = "dynamodb_table"
    "steps"         = "ecr_repository"
    "cluster"       = "ecs_cluster"
    "network"       = "network"
    "flow-log-role" = "iam_role"
    "pipeline"      = "state_machine"
    "pipeline-role" = "iam_role"
    # One name for the function, its image and the HTTP API: the function's limit is the narrowest.
    "api"      = "lambda_function"
    "api-role" = "iam_role"
    "alerts"   = "sns_topic"
    "budget"   = "budget"
    "key"      = "kms_alias"
    }, merge([for step in local.steps : {
      (step)              = "ecs_task_family"
      "${step}-start"     = "iam_role"
      "${step}-task-role" = "iam_role"
  }]...))
}

locals {
  names = module.naming.names

  # In the order of a run.
  steps = ["baseline", "prune", "distill", "quantize", "evaluate"]
}
