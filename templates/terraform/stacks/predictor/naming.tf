module "naming" {
  source = "../../modules/naming"

  team        = var.team
  name        = var.name
  environment = var.environment
  account_id  = var.account_id

  parts = {
    "access-logs"   = "s3_bucket"
    "files"         = "s3_bucket"
    "data"          = "s3_bucket"
    "cluster"       = "ecs_cluster"
    "network"       = "network"
    "flow-log-role" = "iam_role"
    # One name for the service, its tasks, its image and its security group: the narrowest limit is the same for all.
    "service"           = "ecs_service"
    "service-start"     = "iam_role"
    "service-task-role" = "iam_role"
    "discovery"         = "discovery_namespace"
    "link"              = "vpc_link"
    "api"               = "http_api"
    "deployed-service"  = "ecs_service"
    "balancer"          = "load_balancer" # Its security group has the same name.
    "blue"              = "target_group"
    "green"             = "target_group"
    "deployments"       = "codedeploy_application"
    "deploy-role"       = "iam_role"
    "alerts"            = "sns_topic"
    "budget"            = "budget"
    "key"               = "kms_alias"
  }
}

locals {
  names = module.naming.names
}
