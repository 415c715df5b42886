module "naming" {
  source = "../../modules/naming"

  team        = var.team
  name        = var.name
  environment = var.environment
  account_id  = var.account_id

  parts = {
    "access-logs"              = "s3_bucket"
    "data"                     = "s3_bucket"
    "network"                  = "network"
    "flow-log-role"            = "iam_role"
    "xgboost-model"            = "sagemaker_revision"
    "xgboost-endpoint-config"  = "sagemaker_revision"
    "xgboost-endpoint"         = "sagemaker_endpoint"
    "sagemaker-execution-role" = "iam_role"
    # One name for function and API: the function's limit is the narrower.
    "prediction-api"        = "lambda_function"
    "lambda-execution-role" = "iam_role"
    "alb"                   = "load_balancer"
    "alb-access"            = "security_group"
    "ui-access"             = "security_group"
    (local.ui_target)       = "target_group"
    "cluster"               = "ecs_cluster"
    "service"               = "ecs_service"
    "ui"                    = "ecs_task_family"
    "ecs-execution-role"    = "iam_role"
    "ecs-task-role"         = "iam_role"
    "api-image"             = "ecr_repository"
    "ui-image"              = "ecr_repository"
    "deployments"           = "codedeploy_application"
    "deploy-role"           = "iam_role"
    "alerts"                = "sns_topic"
    "budget"                = "budget"
    "key"                   = "kms_alias"
  }
}

locals {
  names = module.naming.names

  # What Streamlit listens on, in the image.
  ui_port   = 8501
  ui_target = "ui-${local.ui_port}"
}
