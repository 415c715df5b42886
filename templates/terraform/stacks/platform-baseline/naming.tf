module "naming" {
  source = "../../modules/naming"

  team        = var.team
  name        = var.name
  environment = var.environment
  account_id  = var.account_id

  parts = {
    "access-logs"       = "s3_bucket"
    "models"            = "s3_bucket"
    "trail-logs"        = "s3_bucket"
    "trail"             = "trail"
    "trail-writer"      = "iam_role"
    "image"             = "ecr_repository"
    "serving"           = "lambda_function" # The narrowest limit of what carries it: function, task definition and service.
    "deployed-serving"  = "ecs_service"     # Another name than the one that ECS itself deploys: a switch makes the new service before the old one is gone.
    "serving-role"      = "iam_role"
    "serving-start"     = "iam_role"
    "serving-task-role" = "iam_role"
    "api"               = "rest_api"
    "api-gateway-logs"  = "iam_role"
    "link"              = "vpc_link"
    "nlb"               = "load_balancer"
    "blue"              = "target_group"
    "green"             = "target_group"
    "cluster"           = "ecs_cluster"
    "network"           = "network"
    "flow-log-role"     = "iam_role"
    "balancer-access"   = "security_group"
    "serving-access"    = "security_group"
    "database-access"   = "security_group"
    "database"          = "db_instance" # Narrower than a table's.
    "database-monitor"  = "iam_role"
    "deployments"       = "codedeploy_application"
    "deploy-role"       = "iam_role"
    "backups"           = "backup_plan"
    "backup-role"       = "iam_role"
    "overview"          = "dashboard"
    "alerts"            = "sns_topic"
    "budget"            = "budget"
    "key"               = "kms_alias"
  }
}

locals {
  names = module.naming.names

  on_ecs   = var.serving == "ecs"
  postgres = var.database_engine == "postgres"

  # A function that keeps its records in a table needs no network at all.
  in_network = local.on_ecs || local.postgres
}
