module "load_balancer" {
  source = "../../modules/load-balancer"

  name               = local.names["alb"]
  target_group_name  = local.names[local.ui_target]
  vpc_id             = local.network.id
  subnet_ids         = local.network.public_subnet_ids
  security_group_ids = [module.load_balancer_security_group.id]
  certificate_arn    = var.certificate_arn

  target_port  = local.ui_port
  health_check = { path = "/_stcore/health" }

  # Streamlit keeps the session in the memory of one task.
  sticky_seconds       = 86400
  idle_timeout_seconds = 60
  access_log_bucket    = module.access_logs_bucket.log_target_name
  deletion_protection  = var.environment == "prod" && !var.force_destroy
}

module "cluster" {
  source = "../../modules/ecs-cluster"

  name = local.names["cluster"]
}

module "task" {
  source = "../../modules/task"

  family               = local.names["ui"]
  container_name       = "ui"
  account_id           = var.account_id
  region               = var.region
  image_uri            = local.image_uris["ui"]
  image_repository_arn = module.image_repository["ui"].repository_arn
  architecture         = var.architecture
  cpu                  = var.ui_size.cpu
  memory               = var.ui_size.memory

  ports        = [local.ui_port]
  health_check = { command = ["CMD", "python3", "-m", "churn_ui.container_health"], start_period_seconds = 30 }

  # API_AUTHORIZATION says whether requests must be signed with the task's role.
  environment_variables = {
    API_ENDPOINT      = module.api.base_url
    API_AUTHORIZATION = var.authorizer.type
    AWS_REGION        = var.region
  }

  execution_role_name      = local.names["ecs-execution-role"]
  task_role_name           = local.names["ecs-task-role"]
  policy_documents         = merge({ call-api = data.aws_iam_policy_document.ui.json }, local.optional_policies)
  permissions_boundary_arn = var.permissions_boundary_arn
  log_retention_days       = var.log_retention_days
  kms_key_arn              = local.kms_key_arn
}

module "service" {
  source = "../../modules/ecs-service"

  name                = local.names["service"]
  cluster_arn         = module.cluster.arn
  task_definition_arn = module.task.arn
  initial_count       = var.ui_tasks.min

  capacity_provider_strategy = [for provider, share in {
    FARGATE      = { weight = var.capacity_weights.fargate, base = var.capacity_weights.fargate > 0 ? 1 : 0 }
    FARGATE_SPOT = { weight = var.capacity_weights.fargate_spot, base = 0 }
  } : { capacity_provider = provider, weight = share.weight, base = share.base } if share.weight > 0]

  subnet_ids         = local.ui_in_public ? local.network.public_subnet_ids : local.network.subnet_ids
  security_group_ids = [module.ui_security_group.id, local.network.task_security_group_id]
  assign_public_ip   = local.ui_in_public

  target_groups = [{ target_group_arn = module.load_balancer.target_group_arn, container_name = module.task.container_name, container_port = local.ui_port }]

  # A task that starts before it has its way out and its policies is started again for nothing.
  depends_on = [module.network, module.cluster, module.task]
}

module "scaling" {
  source = "../../modules/autoscaling"

  cluster_name = module.cluster.name
  service_name = module.service.name
  min_capacity = var.ui_tasks.min
  max_capacity = var.ui_tasks.max
}
