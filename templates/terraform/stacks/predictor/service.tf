locals {
  port = 8080

  # Spot gives notice of two minutes, after which nothing is left: what runs then has ten seconds less to end by itself.
  stop_timeout_seconds   = 120
  shutdown_grace_seconds = local.stop_timeout_seconds - 10

  container_environment = merge({
    FILES_BUCKET           = module.files_bucket.name
    DATA_BUCKET            = module.data_bucket.name
    LOG_LEVEL              = var.environment == "prod" ? "INFO" : "DEBUG"
    CORS_ALLOWED_ORIGINS   = join(",", var.cors_allowed_origins)
    SHUTDOWN_GRACE_SECONDS = tostring(local.shutdown_grace_seconds)
  }, var.extra_environment)
}

locals {
  capacity_provider_strategy = concat(
    var.capacity.fargate_weight == 0 ? [] : [{ capacity_provider = "FARGATE", base = var.capacity.fargate_base, weight = var.capacity.fargate_weight }],
    var.capacity.spot_weight == 0 ? [] : [{ capacity_provider = "FARGATE_SPOT", base = 0, weight = var.capacity.spot_weight }],
  )

  service_name = one(concat(module.service[*].name, module.blue_green[*].service_name))
}

module "cluster" {
  source = "../../modules/ecs-cluster"

  name = local.names["cluster"]
}

module "task" {
  source = "../../modules/task"

  family               = local.names["service"]
  container_name       = "service"
  account_id           = var.account_id
  region               = var.region
  image_uri            = var.image_uri == null ? "${module.image_repository.repository_url}:latest" : var.image_uri
  image_repository_arn = module.image_repository.repository_arn
  architecture         = var.architecture

  cpu                   = var.cpu
  memory                = var.memory
  environment_variables = local.container_environment

  ports                = [local.port]
  stop_timeout_seconds = local.stop_timeout_seconds

  health_check = {
    command              = ["CMD", "python3", "-m", "app.container_health"]
    start_period_seconds = 60
  }

  execution_role_name      = local.names["service-start"]
  task_role_name           = local.names["service-task-role"]
  policy_documents         = { data = data.aws_iam_policy_document.service.json }
  permissions_boundary_arn = var.permissions_boundary_arn
  log_retention_days       = var.log_retention_days
  kms_key_arn              = local.kms_key_arn
}

# Without blue_green: ECS replaces tasks a few at a time, and goes back when the new ones do not stay up.
module "service" {
  source = "../../modules/ecs-service"
  count  = var.blue_green ? 0 : 1

  name                = local.names["service"]
  cluster_arn         = module.cluster.arn
  task_definition_arn = module.task.arn
  initial_count       = var.scaling.min_tasks

  capacity_provider_strategy = local.capacity_provider_strategy

  subnet_ids         = local.network.subnet_ids
  security_group_ids = [local.network.task_security_group_id, module.service_security_group.id]
  assign_public_ip   = local.network.assign_public_ip

  service_registry = {
    registry_arn   = aws_service_discovery_service.this[0].arn
    container_name = module.task.container_name
    container_port = local.port
  }

  # Before them the cluster takes no tasks on Spot, and tasks could neither start nor reach what they need.
  depends_on = [module.cluster, module.network, module.task]
}

module "autoscaling" {
  source = "../../modules/autoscaling"

  cluster_name          = module.cluster.name
  service_name          = local.service_name
  min_capacity          = var.scaling.min_tasks
  max_capacity          = var.scaling.max_tasks
  cpu_target_percent    = var.scaling.cpu_percent
  memory_target_percent = var.scaling.memory_percent
}
